'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Found } from '@/lib/palette/find-anything'
import type { PaletteItem } from './palette-item'

const DEBOUNCE_MS = 90

type Search = { items: PaletteItem[]; state: 'idle' | 'searching' | 'failed' | 'partial' | 'done' }

/** What the server finds for the latest words; what it found for the words before stays until then. */
export function useFound(q: string): Search {
  const t = useTranslations('palette')
  const [search, setSearch] = useState<{ q: string; found: Found | null; state: Search['state'] }>({ q: '', found: null, state: 'idle' })
  useEffect(() => {
    if (q === '') return setSearch({ q, found: null, state: 'idle' })
    const late = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/palette?${new URLSearchParams({ q })}`, { signal: late.signal })
        if (!response.ok) throw new Error(`The search answered ${response.status}.`)
        const found = (await response.json()) as Found
        setSearch({ q, found, state: found.isPartial ? 'partial' : 'done' })
      } catch {
        if (!late.signal.aborted) setSearch({ q, found: null, state: 'failed' })
      }
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      late.abort()
    }
  }, [q])
  // From the first moment that the words are others, not from that at which they are sent.
  const state = search.q === q ? search.state : 'searching'
  return { items: search.found ? toItems(search.found, t('nobody')) : [], state }
}

function toItems({ tickets, contacts, rules }: Found, nobody: string): PaletteItem[] {
  return [
    ...tickets.map(
      ({ id, number, subject, customer, language }): PaletteItem => ({
        id: `ticket-${id}`,
        group: 'tickets',
        label: subject,
        detail: `#${number} · ${customer ?? nobody}`,
        lang: language,
        href: `/tickets/${id}?view=all`,
      }),
    ),
    ...contacts.map(({ id, name, email, phone }): PaletteItem => {
      const called = name ?? email ?? phone ?? nobody
      return {
        id: `contact-${id}`,
        group: 'contacts',
        label: called,
        detail: [email, phone].filter((each) => each && each !== called).join(' · '),
        href: `/tickets?${new URLSearchParams({ view: 'all', contact: id })}`,
      }
    }),
    ...rules.map(
      ({ id, question, language }): PaletteItem => ({
        id: `rule-${id}`,
        group: 'rules',
        label: question,
        lang: language,
        href: `/faq?rule=${id}`,
      }),
    ),
  ]
}
