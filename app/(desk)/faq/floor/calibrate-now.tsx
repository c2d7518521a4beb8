'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FloorsState } from '@/lib/retrieval/floor/get-floors'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { MOMENT } from '../../../_components/moments'
import { useDeskAttempt } from '../../../_held/use-desk-attempt'
import { useLiveEvents } from '../../../_live/live-provider'
import { calibrateNowAction } from './actions'

/** When the floors were judged last; judges them again, in the background, and says how far that is. */
export function CalibrateNow({ last }: { last: FloorsState['last'] }) {
  const t = useTranslations('faqFloor.calibrate')
  const format = useFormatter()
  const { ask, isPending, words } = useDeskAttempt(t('run'))
  const [progress, setProgress] = useState<{ done: number; total: number } | 'waiting' | null>(null)
  useLiveEvents((event) => {
    if (event.kind === 'calibration') setProgress({ done: event.done, total: event.total })
  })
  const isBusy = progress !== null || isPending
  return (
    <>
      <span role="status" className={cn('min-w-0 truncate text-ink-3 text-sm max-md:hidden', words && 'hidden')}>
        {progress === 'waiting'
          ? t('waiting')
          : progress
            ? t('progress', progress)
            : last
              ? t('last', {
                  at: format.dateTime(last.at, MOMENT),
                  n: last.rules,
                  seconds: format.number(last.ms / 1_000, { maximumFractionDigits: 1 }),
                })
              : t('never')}
      </span>
      {words && (
        <span role="alert" className="text-red text-sm">
          {words}
        </span>
      )}
      <Button
        size="small"
        aria-disabled={isBusy}
        onClick={() =>
          !isBusy &&
          ask(
            () => calibrateNowAction(),
            () => setProgress((now) => now ?? 'waiting'),
          )
        }
      >
        {isBusy ? t('running') : t('run')}
      </Button>
    </>
  )
}
