'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { TicketStatus } from '@/prisma/generated/enums'
import { RungChip } from '../../../_components/rung-chip'
import { type Draft, isBeingMade, rulesBehind } from './draft'
import { useReplyState } from './reply-context'
import { shortSeconds } from './short-seconds'

/** The one quiet line that says why one may trust the draft, or why there is none. */
export function SourceLine({ status, isAnswered }: { status: TicketStatus; isAnswered: boolean }) {
  const t = useTranslations('ticket.draft')
  const rewritten = useTranslations('composer.rewritten')
  const { draft, base, isOwn, text } = useReplyState()
  if (status === 'resolved' && !isOwn && !draft) return <span>{t('resolved')}</span>
  if (!base && isOwn) return <span>{t('own')}</span>
  const shown = isOwn ? base : draft
  if (!shown) return <span>{t(isAnswered ? 'answered' : 'none')}</span>
  if (isBeingMade(shown)) return <BeingMade draft={shown} hasWords={text !== ''} />
  if (shown.status !== 'ready' || !shown.rung) return <span>{t('failed')}</span>
  return (
    <>
      {/* What a model has rewritten is its words, wherever they began. */}
      <RungChip rung={shown.rewrite ? 'model' : shown.rung} />
      {shown.rewrite && <span className="shrink-0 text-ink-2">{rewritten(shown.rewrite.action)}</span>}
      {isOwn && text !== shown.text && <span className="shrink-0 text-ink-2">{t('edited')}</span>}
      <Facts draft={shown} />
    </>
  )
}

function Facts({ draft }: { draft: Draft }) {
  const t = useTranslations('ticket.draft')
  const format = useFormatter()
  const behind = rulesBehind(draft)
  const best = behind[0] ?? draft.rules[0]
  const cause = draft.cause && t.has(`causes.${draft.cause}` as 'causes.timeout') ? t(`causes.${draft.cause}` as 'causes.timeout') : null
  const parts = [
    !draft.rewrite && cause,
    draft.rung === 'extractive' && best ? t('fromRule', { n: best.position }) : behind.length > 0 && t('rules', { n: behind.length }),
    draft.rung !== 'holding' &&
      best &&
      t('score', { score: format.number(best.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) }),
    (draft.rung === 'model' || draft.rung === 'cache' || draft.rewrite) && draft.model,
    draft.ms !== null && t('seconds', { seconds: shortSeconds(draft.ms) }),
  ]
  const words = parts.filter(Boolean).join(' · ')
  return (
    <span className="min-w-0 truncate" title={words}>
      {words}
    </span>
  )
}

const TICK_MS = 100

/** A number that counts, where others would turn a wheel. */
function BeingMade({ draft, hasWords }: { draft: Draft; hasWords: boolean }) {
  const t = useTranslations('ticket.draft')
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const elapsed = now !== null && draft.startedAt !== null ? Math.max(0, now - draft.startedAt) : null
  return (
    <span role="status">
      {t(draft.status === 'pending' && !hasWords ? 'pending' : 'running')}
      {elapsed !== null && <span aria-hidden="true"> · {t('seconds', { seconds: (elapsed / 1_000).toFixed(1) })}</span>}
    </span>
  )
}
