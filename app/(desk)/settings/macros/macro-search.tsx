'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useRef, useState } from 'react'
import { Input } from '../../../_components/input'
import { useHotkeys } from '../../../_components/use-hotkeys'

const DEBOUNCE_MS = 150

/** Searches as one types; the words are in the address. */
export function MacroSearch({ q, count }: { q: string; count: number }) {
  const t = useTranslations('macros')
  const router = useRouter()
  const [words, setWords] = useState(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => () => clearTimeout(timer.current), [])
  useHotkeys({
    '/': (event) => {
      event.preventDefault()
      box.current?.focus()
    },
  })
  const search = (next: string) => {
    setWords(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const query = next.trim() ? `?${new URLSearchParams({ q: next.trim() })}` : ''
      startTransition(() => router.replace(`/settings/macros${query}`, { scroll: false }))
    }, DEBOUNCE_MS)
  }
  return (
    <div className="flex items-center gap-3">
      <Input
        ref={box}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={words}
        maxLength={100}
        onChange={(event) => search(event.target.value)}
        className="max-w-72"
      />
      <span role="status" className="whitespace-nowrap text-ink-3 text-sm">
        {t('count', { n: count })}
      </span>
    </div>
  )
}
