'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useReplyState } from '../reply-context'

/** Why the sentence under caret or mouse is underlined. Also what a screen reader hears of it. */
export function LitReason() {
  const t = useTranslations('ticket.assistant.problems')
  const { lit, placed } = useReplyState()
  const sentence = lit?.kind === 'sentence' ? placed.find(({ index }) => index === lit.index)?.sentence : undefined
  const reason = sentence && !sentence.isSupported && sentence.problem ? t(sentence.problem, { detail: sentence.detail ?? '' }) : null
  return (
    <div role="status" className="min-w-0 grow truncate text-amber text-xs">
      {reason && (
        <span className="inline-flex max-w-full items-center gap-1">
          <CircleAlert className="size-3.5 shrink-0" />
          <span className="truncate">{reason}</span>
        </span>
      )}
    </div>
  )
}
