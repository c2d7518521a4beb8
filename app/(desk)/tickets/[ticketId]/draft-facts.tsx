'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { LinkWait } from '../../../_components/link-wait'
import { Section } from '../../../_components/pane'
import { RungChip } from '../../../_components/rung-chip'
import { Tag } from '../../../_components/tag'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { useAssistant, useShownDraft } from './assistant-context'
import { DraftRating } from './draft-rating'
import { DraftTimes } from './draft-times'

/** Who wrote the draft, in how long, whether it was any good, and the way to why. */
export function DraftFacts() {
  const t = useTranslations('assistant.draft')
  const format = useFormatter()
  const { ticketId } = useAssistant()
  const search = queueSearch(readQueueQuery(useSearchParams()))
  const draft = useShownDraft()
  const why = useRef<HTMLAnchorElement>(null)
  useHotkeys({ y: () => why.current?.click() })
  if (!draft?.rung) return null
  const { rung, model, isDemoModel, promptVersion, promptTokens, replyTokens, timings } = draft
  return (
    <Section
      title={t('title')}
      aside={
        <Link
          ref={why}
          href={`/tickets/${ticketId}/why/${draft.id}${search}`}
          prefetch={false}
          className="relative rounded-sm text-accent hover:underline hover:underline-offset-3"
        >
          {t('why')}
          <LinkWait edge="bottom" />
        </Link>
      }
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-sm">
        <RungChip rung={rung} />
        {model && <span className="wrap-anywhere">{model}</span>}
        {isDemoModel && <Tag>{t('demo')}</Tag>}
        {promptVersion !== null && <span className="text-ink-3">{t('promptVersion', { version: promptVersion })}</span>}
        {promptTokens !== null && replyTokens !== null && (
          <span className="text-ink-3">{t('tokens', { prompt: format.number(promptTokens), reply: format.number(replyTokens) })}</span>
        )}
      </p>
      <DraftTimes timings={timings} />
      <DraftRating key={draft.id} draft={draft} />
    </Section>
  )
}
