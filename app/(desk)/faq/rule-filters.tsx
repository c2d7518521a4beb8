'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { RuleStatus } from '@/prisma/generated/enums'
import { Select } from '../../_components/input'
import { useHotkeys } from '../../_components/use-hotkeys'
import { faqHref } from './faq-href'
import type { FaqQuery } from './faq-query'

const STATUSES = ['published', 'draft', 'archived'] as const
const LANGUAGES = ['zh', 'en'] as const
const DEBOUNCE_MS = 220

export function RuleFilters({ query, counts }: { query: FaqQuery; counts: Record<RuleStatus, number> }) {
  const t = useTranslations('faq')
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
  const change = (part: Partial<FaqQuery>) =>
    startTransition(() => router.replace(faqHref({ ...query, q: q.trim(), pages: 1, ...part }), { scroll: false }))
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
            timer.current = setTimeout(() => change({ q: value.trim() }), DEBOUNCE_MS)
          }}
        />
      </div>
      <div className="flex gap-1.5 px-3.5 pb-2.5">
        <Select
          aria-label={t('filterStatus')}
          className="h-7 border-line-strong text-sm"
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
          className="h-7 border-line-strong text-sm"
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
      </div>
    </search>
  )
}
