'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { PickedRule } from '@/lib/faq/pick-rules'
import type { Language } from '@/prisma/generated/enums'
import { cn } from '../../../_components/cn'
import { Input } from '../../../_components/input'

const DEBOUNCE_MS = 120

type Listed = { items: PickedRule[]; hasFailed: boolean }

type RulePickerProps = { language?: Language; includesDrafts?: boolean; onPick: (rule: PickedRule) => void }

/** Finds a published rule as one types, or a draft where those will do; arrows and Enter choose. */
export function RulePicker({ language, includesDrafts = false, onPick }: RulePickerProps) {
  const t = useTranslations('faqTry.picker')
  const [q, setQ] = useState('')
  const [at, setAt] = useState(0)
  const { items, hasFailed } = usePicked(q, { language, includesDrafts })
  const choice = Math.min(at, Math.max(0, (items?.length ?? 0) - 1))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !items) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((choice + step + items.length) % Math.max(1, items.length))
    const rule = items[choice]
    if (event.key === 'Enter' && rule) onPick(rule)
    if (step || event.key === 'Enter') event.preventDefault()
  }
  return (
    <div className="flex flex-col gap-2">
      <Input
        role="combobox"
        autoFocus
        aria-label={t('label')}
        aria-expanded="true"
        aria-controls="picked-rules"
        aria-activedescendant={items?.[choice] ? `pick-${items[choice].id}` : undefined}
        placeholder={t('placeholder')}
        value={q}
        maxLength={300}
        onChange={(event) => {
          setQ(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="picked-rules" role="listbox" aria-label={t('label')} className="min-h-40">
        {items?.map((rule, index) => (
          <div
            key={rule.id}
            id={`pick-${rule.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === choice}
            lang={rule.language}
            // A list that grows under a resting pointer moves it, too, but by nothing.
            onPointerMove={({ movementX, movementY }) => (movementX || movementY) && setAt(index)}
            onClick={() => onPick(rule)}
            onKeyDown={onKeyDown}
            className={cn('cursor-pointer rounded-sm px-2 py-1.5 text-sm leading-5', index === choice && 'bg-accent-bg')}
          >
            {rule.question}
          </div>
        ))}
        {items?.length === 0 && !hasFailed && <p className="px-2 py-1.5 text-ink-3 text-sm">{t('none')}</p>}
      </div>
      {hasFailed && (
        <p role="alert" className="px-2 text-red text-sm">
          {t('failed')}
        </p>
      )}
    </div>
  )
}

/** The rules for the latest words; those of the words before stay until these are there. */
function usePicked(q: string, { language, includesDrafts }: Omit<RulePickerProps, 'onPick'>): Partial<Listed> {
  const [listed, setListed] = useState<Listed>()
  useEffect(() => {
    const late = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const params = new URLSearchParams({ q: q.trim(), ...(language && { language }), ...(includesDrafts && { drafts: '1' }) })
        const response = await fetch(`/api/faq/pick?${params}`, { signal: late.signal })
        if (!response.ok) throw new Error(`The list answered ${response.status}.`)
        const { items } = (await response.json()) as { items: PickedRule[] }
        setListed({ items, hasFailed: false })
      } catch {
        if (!late.signal.aborted) setListed({ items: [], hasFailed: true })
      }
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      late.abort()
    }
  }, [q, language, includesDrafts])
  return listed ?? {}
}
