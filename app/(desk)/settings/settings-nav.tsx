'use client'

import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { cn } from '../../_components/cn'
import { LinkWait } from '../../_components/link-wait'
import { groupsFor } from './sections'

/** A column in groups; on a phone one line that scrolls, with the open page in sight. */
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
      className="pane-scroll relative flex grow flex-col gap-4 p-2 max-md:flex-row max-md:gap-0.5 max-md:overflow-x-auto max-md:[scrollbar-width:none]"
    >
      {groupsFor(isAdmin).map(({ group, sections }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form
        <div key={group} role="group" aria-labelledby={`settings-${group}`} className="flex flex-col gap-0.5 max-md:contents">
          <p id={`settings-${group}`} className="px-2.5 py-1 font-medium text-ink-3 text-xs max-md:hidden">
            {t(`groups.${group}`)}
          </p>
          {sections.map((section) => (
            <Link
              key={section}
              href={`/settings/${section}`}
              aria-current={current === section ? 'page' : undefined}
              className={cn(
                'relative shrink-0 overflow-hidden rounded-md px-2.5 py-1.5 text-ink-2 text-sm transition-colors hover:bg-sunk hover:text-ink',
                current === section && 'bg-accent-bg font-medium text-accent hover:bg-accent-bg hover:text-accent',
              )}
            >
              {t(`sections.${section}`)}
              <LinkWait />
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}
