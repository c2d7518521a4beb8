'use client'

import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { cn } from '../../_components/cn'

const SECTIONS = [
  'channels',
  'keys',
  'api',
  'people',
  'prompt',
  'sending',
  'macros',
  'model',
  'cache',
  'targets',
  'account',
  'preferences',
] as const

export function SettingsNav() {
  const t = useTranslations('settings')
  const current = useSelectedLayoutSegment()
  return (
    <nav aria-label={t('title')} className="flex flex-col gap-0.5 p-2 max-md:flex-row max-md:overflow-x-auto">
      {SECTIONS.map((section) => (
        <Link
          key={section}
          href={`/settings/${section}`}
          aria-current={current === section ? 'page' : undefined}
          className={cn(
            'shrink-0 rounded-md px-2.5 py-1.5 text-ink-2 text-sm transition-colors hover:bg-sunk hover:text-ink',
            current === section && 'bg-accent-bg font-medium text-accent hover:bg-accent-bg hover:text-accent',
          )}
        >
          {t(`sections.${section}`)}
        </Link>
      ))}
    </nav>
  )
}
