'use client'

import { ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { Input, Select } from '../../../_components/input'
import { Popover, PopoverContent, PopoverTrigger } from '../../../_components/popover'
import { useHotkeys } from '../../../_components/use-hotkeys'
import {
  CHECKS,
  FILTERS,
  LANGUAGES,
  NO_FILTERS,
  PRIORITIES,
  type QueueFilters,
  type QueueQuery,
  RUNGS,
  SORTS,
  STATUSES,
} from './queue-query'
import { type QueueChoices, useFilterWords } from './use-filter-words'

type FilterMenuProps = { query: QueueQuery; choices: QueueChoices; onChange: (part: Partial<QueueQuery>) => void }

/** Order and filters, by the browser's own lists: each change shows at once behind it. */
export function FilterMenu({ query, choices, onChange }: FilterMenuProps) {
  const t = useTranslations('queueTools')
  const words = useFilterWords(choices)
  const [isOpen, setOpen] = useState(false)
  useHotkeys({
    f: (event) => {
      event.preventDefault()
      setOpen(true)
    },
  })
  const isFiltered = query.sort !== 'active' || FILTERS.some((name) => query[name] !== null)
  const select = <Name extends keyof QueueFilters>(name: Name, values: readonly (QueueFilters[Name] & string)[]) => (
    <Choice key={name} name={t(`filters.${name as keyof QueueFilters}`)}>
      {(id) => (
        <Select
          id={id}
          className="h-7 text-sm"
          value={(query[name] as string | null) ?? ''}
          onChange={(event) => onChange({ [name]: event.target.value || null })}
        >
          <option value="">{t('any')}</option>
          {values.map((value) => (
            <option key={value} value={value}>
              {(words[name] as (value: string) => string)(value)}
            </option>
          ))}
        </Select>
      )}
    </Choice>
  )
  const box = (name: 'gap' | 'unread') => (
    <label key={name} className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={query[name] === true}
        onChange={(event) => onChange({ [name]: event.target.checked || null })}
      />
      {t(`filters.${name}`)}
    </label>
  )
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="quiet" size="smallIcon" aria-label={t('filter')} title={`${t('filter')} · F`} aria-pressed={isFiltered}>
          <ListFilter className={cn(isFiltered && 'text-accent')} />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t('filter')} className="flex max-h-[80vh] w-72 flex-col gap-2 overflow-y-auto">
        <Choice name={t('sort')}>
          {(id) => (
            <Select
              id={id}
              className="h-7 text-sm"
              value={query.sort}
              onChange={(event) => onChange({ sort: SORTS.find((sort) => sort === event.target.value) ?? 'active' })}
            >
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sorts.${sort}`)}
                </option>
              ))}
            </Select>
          )}
        </Choice>
        <hr className="-mx-3 my-1" />
        {select('assignee', ['me', 'none', ...choices.agents.map(({ id }) => id)])}
        {select('priority', PRIORITIES)}
        <TagChoice tag={query.tag} tags={choices.tags} onChange={(tag) => onChange({ tag })} />
        {select('language', LANGUAGES)}
        {select(
          'channel',
          choices.channels.map(({ id }) => id),
        )}
        {select('status', STATUSES)}
        {select('rung', RUNGS)}
        {select('grounding', CHECKS)}
        <div className="flex gap-5 pt-1">{(['unread', 'gap'] as const).map(box)}</div>
        <Button size="small" className="mt-1" disabled={!isFiltered} onClick={() => onChange({ ...NO_FILTERS, sort: 'active' })}>
          {t('clear')}
        </Button>
      </PopoverContent>
    </Popover>
  )
}

function Choice({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-2">
      <label htmlFor={id} className="text-ink-2 text-sm">
        {name}
      </label>
      {children(id)}
    </div>
  )
}

/** The tags of late are offered; any other can be typed. */
function TagChoice({ tag, tags, onChange }: { tag: string | null; tags: string[]; onChange: (tag: string | null) => void }) {
  const t = useTranslations('queueTools')
  const listId = useId()
  return (
    <Choice name={t('filters.tag')}>
      {(id) => (
        <>
          <Input
            key={tag}
            id={id}
            list={listId}
            className="h-7 text-sm"
            maxLength={40}
            defaultValue={tag ?? ''}
            placeholder={t('any')}
            onBlur={(event) => event.target.value.trim() !== (tag ?? '') && onChange(event.target.value.trim() || null)}
            onKeyDown={(event) => event.key === 'Enter' && onChange(event.currentTarget.value.trim() || null)}
          />
          <datalist id={listId}>
            {tags.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </>
      )}
    </Choice>
  )
}
