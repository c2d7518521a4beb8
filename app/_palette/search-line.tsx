'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'

type SearchLineProps = {
  typed: string
  onType: (typed: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  /** What it finds, once the palette is here. */
  list?: { id: string; activeId: string | undefined }
}

/** The line one types in; it has the focus for as long as the palette is open. */
export function SearchLine({ typed, onType, onKeyDown, list }: SearchLineProps) {
  const t = useTranslations('palette')
  return (
    <div className="flex items-center gap-2.5 border-b px-4">
      <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
      <input
        role="combobox"
        // biome-ignore lint/a11y/noAutofocus: opened by a key, to type
        autoFocus
        aria-label={t('label')}
        aria-expanded={list !== undefined}
        aria-controls={list?.id}
        aria-autocomplete="list"
        aria-activedescendant={list?.activeId}
        placeholder={t('placeholder')}
        value={typed}
        maxLength={100}
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-12 w-full min-w-0 bg-transparent text-base outline-none"
      />
    </div>
  )
}
