'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FILTERS, type QueueQuery } from './queue-query'
import { type QueueChoices, useFilterWords } from './use-filter-words'

type FilterChipsProps = { query: QueueQuery; choices: QueueChoices; who: string | null; onChange: (part: Partial<QueueQuery>) => void }

/** What narrows the queue, each to be taken away with a click or with Enter. */
export function FilterChips({ query, choices, who, onChange }: FilterChipsProps) {
  const t = useTranslations('queueTools')
  const words = useFilterWords(choices, who)
  const set = FILTERS.filter((name) => query[name] !== null)
  if (set.length === 0 && query.sort === 'active') return null
  return (
    <ul aria-label={t('narrowed')} className="flex shrink-0 flex-wrap gap-1 border-b px-2.5 py-1.5">
      {query.sort !== 'active' && (
        <Chip label={t('removeSort', { sort: t(`sorts.${query.sort}`) })} onRemove={() => onChange({ sort: 'active' })}>
          {t(`sorts.${query.sort}`)}
        </Chip>
      )}
      {set.map((name) => {
        const value = (words[name] as (value: unknown) => string)(query[name])
        const text = query[name] === true ? t(`filters.${name}`) : t('chip', { name: t(`filters.${name}`), value })
        return (
          <Chip key={name} label={t('removeFilter', { filter: text })} onRemove={() => onChange({ [name]: null })}>
            {text}
          </Chip>
        )
      })}
    </ul>
  )
}

function Chip({ label, onRemove, children }: { label: string; onRemove: () => void; children: string }) {
  return (
    <li className="min-w-0">
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={onRemove}
        className="flex max-w-full items-center gap-1 rounded-sm bg-sunk py-0.5 pr-1 pl-1.5 text-ink-2 text-xs hover:text-ink"
      >
        <span className="truncate">{children}</span>
        <X aria-hidden className="size-3 shrink-0" />
      </button>
    </li>
  )
}
