'use client'

import { useTranslations } from 'next-intl'
import { sectionsFor } from '../(desk)/settings/sections'
import { VIEWS } from '../(desk)/tickets/_queue/queue-query'
import type { PaletteItem } from './palette-item'

/** Every screen there is for this person. */
export function usePlaces({ isAdmin, isDemo }: { isAdmin: boolean; isDemo: boolean }): PaletteItem[] {
  const shell = useTranslations('shell')
  const sections = useTranslations('settings.sections')
  const t = useTranslations('palette')
  const place = (href: string, label: string, detail?: string, words?: string): PaletteItem => ({
    id: `place-${href}`,
    group: 'places',
    label,
    detail,
    words,
    href,
  })
  return [
    place('/tickets', shell('tickets')),
    ...VIEWS.map((view) => place(`/tickets?view=${view}`, t(`views.${view}`), shell('tickets'))),
    place('/faq', shell('faq')),
    place('/faq/try', t('try'), shell('faq')),
    place('/insights', shell('insights')),
    ...(isAdmin
      ? [
          place('/faq/gaps', t('gaps'), shell('faq')),
          place('/faq/import', t('import'), shell('faq')),
          place('/faq/floor', t('floor'), shell('faq'), t('floorWords')),
        ]
      : []),
    ...sectionsFor(isAdmin).map((section) =>
      place(`/settings/${section}`, sections(section), shell('settings'), t(`settingWords.${section}`)),
    ),
    ...(isDemo ? [place('/outbox', shell('outbox'))] : []),
  ]
}
