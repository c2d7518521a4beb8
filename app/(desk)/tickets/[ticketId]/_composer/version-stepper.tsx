'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../../../_components/button'
import { Tooltip } from '../../../../_components/tooltip'
import { useAltKeys, useAltName } from '../../../../_components/use-alt-keys'
import { useReplyState } from '../reply-context'

/** Between the texts that stood in the box: drafts, rewrites, and the agent's own before each. Shown once there are two. */
export function VersionStepper({ isActive }: { isActive: boolean }) {
  const t = useTranslations('composer.versions')
  const altName = useAltName()
  const { versions, step, isWriting } = useReplyState()
  const { count, at, isBetween } = versions
  const hasPrevious = !isWriting && (at > 1 || (at === 1 && isBetween))
  const hasNext = !isWriting && at < count
  const move = (direction: -1 | 1) => !isWriting && step(direction)
  useAltKeys({ ',': () => move(-1), '.': () => move(1) }, isActive)
  if (count < 2 && !hasPrevious) return null
  return (
    <div className="flex shrink-0 items-center">
      <Tooltip label={t('previous')} keys={altName(',')}>
        <Button
          variant="quiet"
          size="smallIcon"
          className="size-5"
          aria-label={t('previous')}
          aria-disabled={!hasPrevious}
          onClick={() => move(-1)}
        >
          <ChevronLeft className="size-3.5!" />
        </Button>
      </Tooltip>
      {count > 1 && <span className="px-0.5">{t('at', { at: Math.max(at, 1), count })}</span>}
      <Tooltip label={t('next')} keys={altName('.')}>
        <Button variant="quiet" size="smallIcon" className="size-5" aria-label={t('next')} aria-disabled={!hasNext} onClick={() => move(1)}>
          <ChevronRight className="size-3.5!" />
        </Button>
      </Tooltip>
    </div>
  )
}
