'use client'

import { useTranslations } from 'next-intl'
import { sectionsFor } from '../(desk)/settings/sections'
import type { PaletteItem } from './palette-item'

/** Every screen there is for this person. */
export function usePlaces({ isAdmin, isDemo }: { isAdmin: boolean; isDemo: boolean }): PaletteItem[] {
  const shell = useTranslations('shell')
  const sections = useTranslations('settings.sections')
  const t = useTranslations('palette')
  const place = (href: string, label: string, detail?: string): PaletteItem => ({
    id: `place-${href}`,
    group: 'places',
    label,
    detail,
    href,
  })
  return [
    place('/tickets', shell('tickets')),
    place('/tickets?view=mine', t('mine'), shell('tickets')),
    place('/tickets?view=unassigned', t('unassigned'), shell('tickets')),
    place('/faq', shell('faq')),
    place('/faq/try', t('try'), shell('faq')),
    place('/insights', shell('insights')),
    ...(isAdmin ? [place('/faq/gaps', t('gaps'), shell('faq')), place('/faq/import', t('import'), shell('faq'))] : []),
    ...sectionsFor(isAdmin).map((section) => place(`/settings/${section}`, sections(section), shell('settings'))),
    ...(isDemo ? [place('/outbox', shell('outbox'))] : []),
  ]
}
