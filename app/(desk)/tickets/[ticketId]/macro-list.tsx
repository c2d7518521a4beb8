'use client'

import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import type { OfferedMacro } from '@/lib/macros/offer-macros'
import type { Language } from '@/prisma/generated/enums'
import { CaretList } from '../../../_caret/caret-list'
import { useCaretTrigger } from '../../../_caret/use-caret-trigger'
import { useAltKeys } from '../../../_components/use-alt-keys'
import { countMacroUse } from './macro-actions'

const DEBOUNCE_MS = 60

type MacroListProps = { box: RefObject<HTMLTextAreaElement | null>; language: Language; isActive: boolean }

/** `/` at the beginning of a word offers the macros, and so does a key wherever one is. What is chosen stands there as if it had been typed; a value that is missing is selected. */
export function MacroList({ box, language, isActive }: MacroListProps) {
  const t = useTranslations('macros.list')
  const { ticketId } = useParams<{ ticketId: string }>()
  const { typed, replace, close, open } = useCaretTrigger(box, '/')
  useAltKeys({ '/': open }, isActive)
  const { items, hasFailed, isLoading } = useOffered(ticketId, typed?.q ?? null)
  if (!typed) return null
  const choose = ({ id, text }: OfferedMacro) => {
    const hole = text.indexOf('{{')
    replace(text, hole < 0 ? undefined : [hole, text.indexOf('}}', hole) + 2])
    // A count that is one short is all that a failure costs.
    countMacroUse(id).catch(() => undefined)
  }
  const status = hasFailed ? t('failed') : isLoading ? t('loading') : t('count', { n: items.length })
  return (
    <CaretList box={box} at={typed.start} label={t('label')} items={items} status={status} onChoose={choose} onClose={close}>
      {({ title, text, missing }) => (
        <span lang={language} className="block">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-ink-3 text-xs">{text}</span>
          {missing.length > 0 && <span className="block text-amber text-xs">{t('missing', { names: missing.join(t('comma')) })}</span>}
        </span>
      )}
    </CaretList>
  )
}

type Offered = { q: string | null; items: OfferedMacro[]; hasFailed: boolean }

/** The macros for the latest words; those of the words before stay until these are there. */
function useOffered(ticketId: string, q: string | null): Offered & { isLoading: boolean } {
  const [offered, setOffered] = useState<Offered>({ q: null, items: [], hasFailed: false })
  useEffect(() => {
    if (q === null) return setOffered({ q: null, items: [], hasFailed: false })
    const late = new AbortController()
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(`/api/macros?${new URLSearchParams({ ticketId, q })}`, { signal: late.signal })
          if (!response.ok) throw new Error(`The list answered ${response.status}.`)
          const { items } = (await response.json()) as { items: OfferedMacro[] }
          setOffered({ q, items, hasFailed: false })
        } catch {
          if (!late.signal.aborted) setOffered({ q, items: [], hasFailed: true })
        }
      },
      q === '' ? 0 : DEBOUNCE_MS,
    )
    return () => {
      clearTimeout(timer)
      late.abort()
    }
  }, [ticketId, q])
  return { ...offered, isLoading: offered.q !== q }
}
