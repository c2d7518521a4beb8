'use client'

import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { cn } from '../../_components/cn'
import { sectionsFor } from './sections'

/** A column; on a phone one line that scrolls, with the open page in sight. */
export function SettingsNav({ isAdmin }: { isAdmin: boolean }) {
  const t = useTranslations('settings')
  const current = useSelectedLayoutSegment()
  const line = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is open
  useEffect(() => {
    const open = line.current?.querySelector<HTMLElement>('[aria-current]')
    if (open && line.current) line.current.scrollLeft = open.offsetLeft - (line.current.clientWidth - open.offsetWidth) / 2
  }, [current])
  return (
    <nav
      ref={line}
      aria-label={t('title')}
      className="relative flex flex-col gap-0.5 p-2 max-md:flex-row max-md:overflow-x-auto max-md:[scrollbar-width:none]"
    >
      {sectionsFor(isAdmin).map((section) => (
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
