'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useReplyState } from '../reply-context'

/** Why the sentence under caret or mouse is underlined; null where it is not. */
export function useLitReason(): string | null {
  const t = useTranslations('ticket.assistant.problems')
  const { lit, placed } = useReplyState()
  const sentence = lit?.kind === 'sentence' ? placed.find(({ index }) => index === lit.index)?.sentence : undefined
  return sentence && !sentence.isSupported && sentence.problem ? t(sentence.problem, { detail: sentence.detail ?? '' }) : null
}

/** The same in words, above the text: nothing moves for it. Also what a screen reader hears of it. */
export function LitReason({ reason }: { reason: string | null }) {
  return (
    <div role="status" className={reason ? 'min-w-0 grow text-amber' : 'sr-only'}>
      {reason && (
        <span className="flex min-w-0 items-center gap-1">
          <CircleAlert className="size-3.5 shrink-0" />
          <span className="truncate" title={reason}>
            {reason}
          </span>
        </span>
      )}
    </div>
  )
}
