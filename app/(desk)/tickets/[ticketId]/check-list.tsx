'use client'

import { Check, CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '../../../_components/cn'
import { Section } from '../../../_components/pane'
import { useAssistant } from './assistant-context'
import { isBeingMade } from './draft'
import type { PlacedSentence } from './place-sentences'
import { useReplyState } from './reply-context'

/** Each statement of the text with the rule behind it, or the reason why there is none. */
export function CheckList() {
  const t = useTranslations('ticket.assistant')
  const { draft, base, placed } = useReplyState()
  const statements = placed.filter(({ sentence }) => sentence.kind === 'statement')
  const open = statements.filter(({ sentence }) => !sentence.isSupported).length
  // Without a draft there is nothing to check.
  if (!base && (!draft || draft.status === 'failed')) return null
  const summary = open > 0 ? t('checkSummary', { total: statements.length, open }) : t('checkAllGood', { total: statements.length })
  return (
    <Section title={t('check')} aside={statements.length > 0 ? summary : undefined}>
      {statements.length === 0 ? (
        <p className="text-ink-3 text-sm leading-5">{t(isBeingMade(draft) ? 'checkLater' : 'checkNothing')}</p>
      ) : (
        <ul className="-mx-1.5">
          {statements.map((placedSentence) => (
            <CheckItem key={placedSentence.index} placed={placedSentence} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function CheckItem({ placed: { index, sentence } }: { placed: PlacedSentence }) {
  const t = useTranslations('ticket.assistant')
  const { language } = useAssistant()
  const { lit, setLit } = useReplyState()
  const light = () => setLit({ kind: 'sentence', index })
  const douse = () => setLit(null)
  const words = sentence.text.replaceAll(/\s*\[\d{1,2}\]/g, '').trim()
  const isLit = lit?.kind === 'sentence' && lit.index === index
  return (
    <li>
      <button
        type="button"
        onMouseEnter={light}
        onMouseLeave={douse}
        onFocus={light}
        onBlur={douse}
        className={cn(
          'grid w-full cursor-default grid-cols-[16px_1fr] gap-1.5 rounded-sm px-1.5 py-0.5 text-left text-sm leading-5 transition-colors',
          sentence.isSupported ? 'text-ink-2' : 'text-ink',
          isLit && 'bg-lit',
        )}
      >
        {sentence.isSupported ? (
          <Check className="mt-0.75 size-3.5 text-green" strokeWidth={2.2} />
        ) : (
          <CircleAlert className="mt-0.75 size-3.5 text-amber" strokeWidth={2} />
        )}
        <span>
          <span lang={language}>{words}</span>
          {sentence.support && <span className="text-ink-3"> — {t('rule', { n: sentence.support.position })}</span>}
          {sentence.problem && (
            <span className="block text-amber">{t(`problems.${sentence.problem}`, { detail: sentence.detail ?? '' })}</span>
          )}
        </span>
      </button>
    </li>
  )
}
