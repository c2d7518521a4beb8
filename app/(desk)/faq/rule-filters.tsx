'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react'
import type { RuleLabels } from '@/lib/faq/list-rule-labels'
import type { RuleStatus } from '@/prisma/generated/enums'
import { Select } from '../../_components/input'
import { useHotkeys } from '../../_components/use-hotkeys'
import { faqHref } from './faq-href'
import { FACETS, type FaqQuery, SORTS } from './faq-query'

const STATUSES = ['published', 'draft', 'archived'] as const
const LANGUAGES = ['zh', 'en'] as const
const DEBOUNCE_MS = 180
const SELECT = 'h-7 min-w-0 border-line-strong text-sm'

type RuleFiltersProps = { query: FaqQuery; counts: Record<RuleStatus, number>; labels: RuleLabels; total: number; children?: ReactNode }

export function RuleFilters({ query, counts, labels, total: found, children }: RuleFiltersProps) {
  const t = useTranslations('faq')
  const list = useTranslations('faqList')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [q, setQ] = useState(query.q)
  const box = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useHotkeys({
    '/': (event) => {
      event.preventDefault()
      box.current?.focus()
    },
  })
  // Back, forward and links change the words, too; what is being typed is ahead of the address and stays.
  const sent = useRef(query.q)
  useEffect(() => {
    if (query.q === sent.current) return
    sent.current = query.q
    setQ(query.q)
  }, [query.q])
  /** The list as it was last asked for; `query` follows when it is there. Two changes in quick succession are both kept. */
  const asked = useRef(query)
  useEffect(() => {
    asked.current = query
  }, [query])
  /** A filter is a step that Back undoes; each letter of a search is none. */
  const change = (part: Partial<FaqQuery>, go: 'push' | 'replace' = 'push') => {
    clearTimeout(timer.current)
    const next = { ...asked.current, q: q.trim(), ...part }
    asked.current = next
    sent.current = next.q
    startTransition(() => router[go](faqHref(next), { scroll: false }))
  }
  const total = counts.published + counts.draft + counts.archived
  return (
    <search className="shrink-0 border-b" aria-busy={isPending}>
      <div className="relative flex h-10 items-center">
        <Search className="pointer-events-none absolute left-3.5 size-3.5 text-ink-3" />
        <input
          ref={box}
          type="search"
          value={q}
          maxLength={200}
          aria-label={t('search')}
          placeholder={t('search')}
          className="h-full w-full bg-transparent pr-3 pl-9 text-sm focus-visible:-outline-offset-2"
          onChange={(event) => {
            const { value } = event.target
            setQ(value)
            clearTimeout(timer.current)
            timer.current = setTimeout(() => change({ q: value.trim() }, 'replace'), DEBOUNCE_MS)
          }}
        />
      </div>
      <div className="grid grid-cols-3 gap-1.5 px-3.5 pb-2">
        <Select
          aria-label={t('filterStatus')}
          className={SELECT}
          value={query.status ?? ''}
          onChange={(event) => change({ status: STATUSES.find((status) => status === event.target.value) ?? null })}
        >
          <option value="">
            {t('statuses.all')} {total}
          </option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`statuses.${status}`)} {counts[status]}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('filterLanguage')}
          className={SELECT}
          value={query.language ?? ''}
          onChange={(event) => change({ language: LANGUAGES.find((language) => language === event.target.value) ?? null })}
        >
          <option value="">{t('languages.all')}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {t(`languages.${language}`)}
            </option>
          ))}
        </Select>
        <LabelSelect
          name={list('category')}
          all={list('allCategories')}
          value={query.category}
          choices={labels.categories}
          onChange={(category) => change({ category })}
        />
        <LabelSelect name={list('tag')} all={list('allTags')} value={query.tag} choices={labels.tags} onChange={(tag) => change({ tag })} />
        <Select
          aria-label={list('facet')}
          className={SELECT}
          value={query.facet ?? ''}
          onChange={(event) => change({ facet: FACETS.find((facet) => facet === event.target.value) ?? null })}
        >
          <option value="">{list('facets.all')}</option>
          {FACETS.map((facet) => (
            <option key={facet} value={facet}>
              {list(`facets.${facet}`)}
            </option>
          ))}
        </Select>
        <Select
          aria-label={list('sort')}
          className={SELECT}
          value={query.q === '' ? query.sort : ''}
          disabled={query.q !== ''}
          onChange={(event) => change({ sort: SORTS.find((sort) => sort === event.target.value) ?? 'changed' })}
        >
          {query.q !== '' && <option value="">{list('sorts.match')}</option>}
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {list(`sorts.${sort}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex items-center justify-between pr-1.5 pb-1 pl-3.5">
        <p role="status" className="text-ink-3 text-xs">
          {list('found', { n: found })}
        </p>
        {children}
      </div>
    </search>
  )
}

type LabelSelectProps = { name: string; all: string; value: string | null; choices: string[]; onChange: (value: string | null) => void }

function LabelSelect({ name, all, value, choices, onChange }: LabelSelectProps) {
  return (
    <Select aria-label={name} className={SELECT} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{all}</option>
      {(value === null || choices.includes(value) ? choices : [value, ...choices]).map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </Select>
  )
}
