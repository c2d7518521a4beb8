'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { DraftRecord } from '@/lib/suggestions/list-drafts'
import { Button } from '../../../_components/button'
import { MOMENT } from '../../../_components/moments'
import { Section } from '../../../_components/pane'
import { RungChip } from '../../../_components/rung-chip'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { useAttempt } from '../../../_doors/use-attempt'
import { readDraftAction } from './assistant-actions'
import { useAssistant } from './assistant-context'
import { useReplyState } from './reply-context'
import { TicketLink } from './ticket-link'

/** What was drafted for this ticket before, what became of it, and the way back to its text. */
export function EarlierDrafts() {
  const t = useTranslations('assistant.earlier')
  const { drafts } = useAssistant()
  const { draft: current, setAssistantOpen } = useReplyState()
  const list = useRef<HTMLUListElement>(null)
  useHotkeys({
    l: () => {
      // In the drawer of a narrow screen; and again, the one before that.
      flushSync(() => setAssistantOpen(true))
      const all = [...(list.current?.querySelectorAll('details') ?? [])]
      const next = all[(all.findIndex((one) => one.contains(document.activeElement)) + 1) % all.length]
      if (next) next.open = true
      next?.querySelector<HTMLElement>('button, a')?.focus()
    },
  })
  const earlier = drafts.filter(({ id, status }) => id !== current?.id && status !== 'pending' && status !== 'running')
  if (earlier.length === 0) return null
  return (
    <Section title={t('title')} aside={t('count', { n: earlier.length })}>
      <ul ref={list} className="flex flex-col">
        {earlier.map((draft) => (
          <li key={draft.id} className="border-line py-1.5 first:pt-0 [&+&]:border-t">
            <EarlierDraft draft={draft} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function EarlierDraft({ draft }: { draft: DraftRecord }) {
  const t = useTranslations('assistant.earlier')
  const format = useFormatter()
  const { ticketId, language } = useAssistant()
  const { takeText, giveBack, takenId } = useReplyState()
  const { runAside, isPending, words } = useAttempt()
  const when = format.dateTime(draft.queuedAt, MOMENT)
  const text = draft.text.replaceAll(/\s*\[\d{1,2}\]/g, '')
  const isTaken = takenId === draft.id
  return (
    <details className="text-sm">
      <summary className="flex list-none flex-wrap items-center gap-x-1.5 rounded-sm text-ink-2 leading-5.5 [&::-webkit-details-marker]:hidden">
        <span className="sr-only">{t('show', { when })}</span>
        {draft.rung && <RungChip rung={draft.rung} />}
        <span>{t(`fates.${draft.status}`, { n: draft.outcome?.editDistance ?? 0 })}</span>
        <time dateTime={draft.queuedAt.toISOString()} className="ml-auto text-ink-3 text-xs">
          {when}
        </time>
      </summary>
      {text === '' ? (
        <p className="mt-1 text-ink-3">{t('empty')}</p>
      ) : (
        <p lang={language} className="mt-1 whitespace-pre-wrap rounded-md bg-sunk px-2.5 py-1.5 text-ink-2 leading-5.5">
          {text}
        </p>
      )}
      <div className="mt-1 flex items-center gap-1">
        {text !== '' && !isTaken && (
          <Button
            size="small"
            aria-disabled={isPending}
            onClick={() =>
              !isPending &&
              runAside(
                () => readDraftAction(draft.id),
                (found) => takeText({ ...found, status: 'ready' }),
              )
            }
          >
            {t(isPending ? 'using' : 'use')}
          </Button>
        )}
        {isTaken && (
          <span role="status" className="flex items-center gap-1 text-teal text-xs">
            {t('inUse')}
            <Button variant="quiet" size="small" onClick={giveBack}>
              {t('undo')}
            </Button>
          </span>
        )}
        <Button asChild variant="quiet" size="small" className="ml-auto">
          <TicketLink href={`/tickets/${ticketId}/why/${draft.id}`}>{t('why')}</TicketLink>
        </Button>
      </div>
      {words && (
        <p role="alert" className="text-red text-xs">
          {words}
        </p>
      )}
    </details>
  )
}
