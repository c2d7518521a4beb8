'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { Input, Select } from '../../../_components/input'
import type { Turn } from './use-try'

const MAX_TURNS = 30
const SPEAKERS = ['customer', 'agent'] as const

type EarlierTurnsProps = { turns: Turn[]; language?: string; onChange: (turns: Turn[]) => void }

/** What was said before the question, as it is in a ticket; a customer and an agent take turns. */
export function EarlierTurns({ turns, language, onChange }: EarlierTurnsProps) {
  const t = useTranslations('faqTry.earlier')
  const change = (at: number, part: Partial<Turn>) => onChange(turns.map((turn, index) => (index === at ? { ...turn, ...part } : turn)))
  const add = () => onChange([...turns, { from: turns.at(-1)?.from === 'customer' ? 'agent' : 'customer', text: '' }])
  return (
    <>
      {turns.length > 0 && (
        <ol aria-label={t('label')} className="flex flex-col gap-1.5">
          {turns.map(({ from, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place in the conversation
            <li key={at} className="flex items-center gap-1.5">
              <Select
                aria-label={t('who', { n: at + 1 })}
                value={from}
                onChange={(event) => change(at, { from: event.target.value === 'agent' ? 'agent' : 'customer' })}
                className="h-8 w-29 shrink-0 border-line-strong text-sm"
              >
                {SPEAKERS.map((speaker) => (
                  <option key={speaker} value={speaker}>
                    {t(speaker)}
                  </option>
                ))}
              </Select>
              <Input
                autoFocus={text === ''}
                aria-label={t('text', { n: at + 1 })}
                value={text}
                lang={language}
                maxLength={2_000}
                onChange={(event) => change(at, { text: event.target.value })}
                className="h-8 grow text-sm"
              />
              <Button
                type="button"
                variant="quiet"
                size="smallIcon"
                aria-label={t('remove', { n: at + 1 })}
                onClick={() => onChange(turns.filter((_, index) => index !== at))}
              >
                <X />
              </Button>
            </li>
          ))}
        </ol>
      )}
      {turns.length < MAX_TURNS && (
        <Button type="button" variant="quiet" size="small" className="-ml-2 self-start text-ink-3" onClick={add}>
          <Plus />
          {t('add')}
        </Button>
      )}
    </>
  )
}
