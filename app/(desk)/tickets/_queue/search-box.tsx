'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type Ref, useEffect, useRef, useState } from 'react'
import { Kbd } from '../../../_components/kbd'

/** Long enough for a word, short enough to feel like typing. */
const DEBOUNCE_MS = 220

type SearchBoxProps = {
  ref: Ref<HTMLInputElement>
  q: string
  onSearch: (q: string) => void
  /** Down to what was found, as soon as it is there. */
  onLeave: () => void
}

export function SearchBox({ ref, q, onSearch, onLeave }: SearchBoxProps) {
  const t = useTranslations('queue')
  const [text, setText] = useState(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(q)
  const search = (words: string) => {
    sent.current = words
    onSearch(words)
  }
  const change = (value: string, delay = DEBOUNCE_MS) => {
    setText(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => search(value.trim()), delay)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // A link or the palette may change the words, too; what is being typed is ahead of the address and stays.
  useEffect(() => {
    if (q === sent.current) return
    sent.current = q
    setText(q)
  }, [q])
  return (
    <search className="relative flex h-10 shrink-0 items-center border-b">
      <Search className="pointer-events-none absolute left-3.5 size-3.5 text-ink-3" />
      <input
        ref={ref}
        type="search"
        value={text}
        maxLength={200}
        aria-label={t('search')}
        placeholder={t('search')}
        className="peer h-full w-full bg-transparent pr-9 pl-9 text-sm focus-visible:-outline-offset-2 [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          // Enter ends a word in an input method for Chinese, and Escape gives it up.
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            clearTimeout(timer.current)
            search(text.trim())
            onLeave()
          }
          if (event.key !== 'Escape') return
          if (text) change('', 0)
          else event.currentTarget.blur()
        }}
      />
      {text ? (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => change('', 0)}
          className="absolute right-2 grid size-6 place-items-center rounded-sm text-ink-3 hover:bg-sunk hover:text-ink"
        >
          <X className="size-3.5" />
        </button>
      ) : (
        <Kbd className="absolute right-3.5 peer-focus:hidden max-md:hidden">/</Kbd>
      )}
    </search>
  )
}
