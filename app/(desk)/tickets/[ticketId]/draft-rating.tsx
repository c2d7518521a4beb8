'use client'

import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DraftRecord } from '@/lib/suggestions/list-drafts'
import { RATING_REASONS, type RatingReason } from '@/lib/suggestions/rating-reasons'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { Input } from '../../../_components/input'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { rateDraftAction } from './assistant-actions'
import { useReplyState } from './reply-context'
import { useTicketAttempt } from './use-ticket-attempt'

const THUMBS = [
  { rating: 1, kind: 'up', Icon: ThumbsUp, pressed: 'aria-pressed:bg-teal-bg aria-pressed:text-teal' },
  { rating: -1, kind: 'down', Icon: ThumbsDown, pressed: 'aria-pressed:bg-amber-bg aria-pressed:text-amber' },
] as const

type Said = { rating: 1 | -1 | null; reasons: readonly RatingReason[]; reason: string }

/** A thumb, saved at once; the reasons are asked for afterwards, and may stay unsaid. */
export function DraftRating({ draft }: { draft: DraftRecord }) {
  const t = useTranslations('assistant.rating')
  const { outcome } = draft
  const stored: Said = {
    rating: outcome?.rating === 1 || outcome?.rating === -1 ? outcome.rating : null,
    reasons: (outcome?.ratingReasons ?? []) as RatingReason[],
    reason: outcome?.reason ?? '',
  }
  const { run, isPending, words } = useTicketAttempt()
  const { setAssistantOpen } = useReplyState()
  const thumbs = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLFormElement>(null)
  // What was clicked last is shown before the server has answered.
  const [clicked, setClicked] = useState<Said | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [own, setOwn] = useState(stored.reason)
  const said = isPending && clicked ? clicked : stored

  const save = (next: Said) => {
    setClicked(next)
    const { rating, reasons, reason } = next
    run(() =>
      rateDraftAction(
        rating === null
          ? { suggestionId: draft.id, rating }
          : rating === 1
            ? { suggestionId: draft.id, rating, reasons: RATING_REASONS.up.filter((each) => reasons.includes(each)), reason }
            : { suggestionId: draft.id, rating, reasons: RATING_REASONS.down.filter((each) => reasons.includes(each)), reason },
      ),
    )
  }
  const rate = (rating: 1 | -1) => {
    if (said.rating === rating) return setOpen((was) => !was)
    setOpen(true)
    setOwn('')
    save({ rating, reasons: [], reason: '' })
  }
  // The pane may stand elsewhere, or be the closed drawer of a narrow screen: a key shows what it has done, and Tab goes on from there.
  const rateByKey = (rating: 1 | -1) => {
    flushSync(() => {
      setAssistantOpen(true)
      rate(rating)
    })
    thumbs.current?.querySelectorAll('button')[rating === 1 ? 0 : 1]?.focus()
  }
  useHotkeys({ '+': () => rateByKey(1), '-': () => rateByKey(-1) })
  const isAsking = said.rating !== null && isOpen
  useEffect(() => {
    if (isAsking) form.current?.scrollIntoView({ block: 'nearest' })
  }, [isAsking])
  const kind = said.rating === 1 ? 'up' : 'down'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save({ ...said, reason: own.trim() })
    setOpen(false)
  }
  return (
    <div className="mt-2">
      <div ref={thumbs} className="flex items-center gap-1">
        <span id="rating-title" className="grow text-ink-3 text-xs">
          {said.rating === null
            ? t('title')
            : [t('saved'), outcome?.ratedBy && t('by', { name: outcome.ratedBy.name })].filter(Boolean).join(' · ')}
        </span>
        {THUMBS.map(({ rating, kind: name, Icon, pressed }) => (
          <Button
            key={rating}
            variant="quiet"
            size="smallIcon"
            aria-label={t(name)}
            aria-describedby="rating-title"
            aria-pressed={said.rating === rating}
            title={`${t(name)} (${rating === 1 ? '+' : '-'})`}
            className={pressed}
            onClick={() => rate(rating)}
          >
            <Icon />
          </Button>
        ))}
      </div>
      {said.rating !== null && !isOpen && (said.reasons.length > 0 || said.reason !== '') && (
        <p className="text-ink-2 text-xs leading-5">
          {[...said.reasons.map((each) => t(`reasons.${each}`)), said.reason].filter(Boolean).join(' · ')}
        </p>
      )}
      {isAsking && (
        <form ref={form} onSubmit={submit} className="mt-1 flex flex-col gap-2">
          <fieldset className="flex flex-wrap gap-1">
            <legend className="mb-1 text-ink-2 text-xs">{t(kind === 'up' ? 'reasonsUp' : 'reasonsDown')}</legend>
            {RATING_REASONS[kind].map((each) => {
              const isChosen = said.reasons.includes(each)
              return (
                <button
                  key={each}
                  type="button"
                  aria-pressed={isChosen}
                  onClick={() =>
                    save({ ...said, reasons: isChosen ? said.reasons.filter((one) => one !== each) : [...said.reasons, each] })
                  }
                  className={cn(
                    'rounded-full border px-2 text-xs leading-5.5 transition-colors',
                    isChosen ? 'border-accent bg-accent-bg text-accent' : 'border-line-strong text-ink-2 hover:bg-sunk',
                  )}
                >
                  {t(`reasons.${each}`)}
                </button>
              )
            })}
          </fieldset>
          <Input
            aria-label={t('own')}
            placeholder={t('ownPlaceholder')}
            value={own}
            maxLength={500}
            className="h-7 text-sm"
            onChange={(event) => setOwn(event.target.value)}
          />
          <div className="flex justify-end gap-1">
            <Button
              variant="quiet"
              size="small"
              onClick={() => {
                setOpen(false)
                setOwn('')
                save({ rating: null, reasons: [], reason: '' })
              }}
            >
              {t('takeBack')}
            </Button>
            <Button type="submit" size="small">
              {t('save')}
            </Button>
          </div>
        </form>
      )}
      {words && (
        <p role="alert" className="text-red text-xs">
          {words}
        </p>
      )}
    </div>
  )
}
