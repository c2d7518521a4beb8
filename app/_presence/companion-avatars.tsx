'use client'

import { PenLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Avatar } from '../_components/avatar'
import { cn } from '../_components/cn'
import { Tooltip } from '../_components/tooltip'
import { useCompanions } from './ticket-presence'

const SHOWN = 3

/** Who else has the ticket open; who writes a reply has a pen and stands first. Nothing where one is alone. */
export function CompanionAvatars() {
  const t = useTranslations('notifications.here')
  const named = useNamed()
  const { looking, writing } = useCompanions()
  const people = [...writing.map((name) => ({ name, isWriting: true })), ...looking.map((name) => ({ name, isWriting: false }))]
  const words = [writing.length > 0 && t('edits', named(writing)), looking.length > 0 && t('looks', named(looking))]
    .filter(Boolean)
    .join(' · ')
  return (
    <div role="status" aria-label={t('label')} className="flex shrink-0 items-center">
      {people.length > 0 && (
        <Tooltip label={words} side="bottom">
          <div className="flex items-center">
            {people.slice(0, SHOWN).map(({ name, isWriting }, index) => (
              <span key={name} className={cn('relative', index > 0 && '-ml-1.5')}>
                <Avatar name={name} className={cn('size-6 ring-2 ring-pane', isWriting && 'bg-amber-bg text-amber')} />
                {isWriting && (
                  <PenLine aria-hidden="true" className="absolute -right-1 -bottom-0.5 size-3.5 rounded-full bg-pane p-px text-amber" />
                )}
              </span>
            ))}
            {people.length > SHOWN && <span className="ml-1 text-ink-3 text-xs">+{people.length - SHOWN}</span>}
            <span className="sr-only">{words}</span>
          </div>
        </Tooltip>
      )}
    </div>
  )
}

/** What a sentence about people takes: their names in a row, and how many they are. */
export function useNamed(): (names: string[]) => { names: string; n: number } {
  const locale = useLocale()
  return (names) => ({ names: new Intl.ListFormat(locale, { type: 'conjunction' }).format(names), n: names.length })
}
