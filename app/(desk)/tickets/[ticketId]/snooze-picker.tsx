'use client'

import { AlarmClock, AlarmClockOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '../../../_components/button'
import { Input } from '../../../_components/input'
import { Picker } from '../../../_components/picker'
import { snoozePresets, toLocalInput } from './snooze-presets'
import { StateButton } from './state-button'

type SnoozePickerProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  keys: string
  until: Date | null
  isResolved: boolean
  onPick: (until: Date | null) => void
}

const WAKE = 'wake'

/** A moment of the next days, as short as it can be told: Sat, 11/28, 09:00. */
function sayMoment(format: ReturnType<typeof useFormatter>, at: Date): string {
  return format.dateTime(at, { weekday: 'short', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Out of sight until a time one names, or until the customer writes. */
export function SnoozePicker({ isOpen, onOpenChange, keys, until, isResolved, onPick }: SnoozePickerProps) {
  const t = useTranslations('state')
  const format = useFormatter()
  const say = (at: Date) => sayMoment(format, at)
  const presets = isOpen && !isResolved ? snoozePresets(new Date()) : []
  return (
    <Picker
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      align="end"
      label={t('snooze')}
      empty={t(isResolved ? 'snoozeResolved' : 'none')}
      trigger={
        <StateButton
          name={t('snooze')}
          keys={keys}
          isFaint={!until}
          value={
            <>
              <AlarmClock />
              {/* Where there is little room the strip below says it. */}
              <span className="max-xl:sr-only">{until ? t('snoozedUntil', { when: say(until) }) : t('snooze')}</span>
            </>
          }
        />
      }
      options={[
        ...(until ? [{ value: WAKE, label: t('wake') }] : []),
        ...presets.map(({ key, at }) => ({ value: key, label: t(`presets.${key}`), hint: say(at) })),
      ]}
      onPick={(value) => onPick(value === WAKE ? null : (presets.find(({ key }) => key === value)?.at ?? null))}
    >
      {!isResolved && (
        <OwnTime
          onPick={(at) => {
            onPick(at)
            onOpenChange(false)
          }}
        />
      )}
    </Picker>
  )
}

function OwnTime({ onPick }: { onPick: (at: Date) => void }) {
  const t = useTranslations('state')
  const id = useId()
  const [text, setText] = useState('')
  const [isPast, setPast] = useState(false)
  const at = new Date(text)
  return (
    <form
      className="border-t p-2"
      onSubmit={(event) => {
        event.preventDefault()
        const isLater = at.getTime() > Date.now()
        setPast(!isLater)
        if (isLater) onPick(at)
      }}
    >
      <label htmlFor={id} className="mb-1 block text-ink-3 text-xs">
        {t('ownTime')}
      </label>
      <div className="flex flex-wrap justify-end gap-1.5 [&>input]:min-w-0 [&>input]:flex-1">
        <Input
          id={id}
          type="datetime-local"
          value={text}
          min={toLocalInput(new Date())}
          aria-invalid={isPast}
          aria-describedby={isPast ? `${id}-past` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t('snooze')}</Button>
      </div>
      {isPast && (
        <p id={`${id}-past`} role="alert" className="mt-1 text-red text-xs">
          {t('snoozeTime')}
        </p>
      )}
    </form>
  )
}

/** Above the thread of a snoozed ticket: until when, and the way back. */
export function SnoozedStrip({ until, onWake }: { until: Date; onWake: () => void }) {
  const t = useTranslations('state')
  const format = useFormatter()
  return (
    <div role="status" className="flex shrink-0 items-center gap-2 border-b bg-sunk py-1 pr-2 pl-3.5 text-ink-2 text-sm">
      <AlarmClockOff className="size-3.5 shrink-0 text-ink-3" />
      <span className="grow text-pretty">{t('snoozedStrip', { when: sayMoment(format, until) })}</span>
      <Button variant="quiet" size="small" onClick={onWake}>
        {t('wake')}
      </Button>
    </div>
  )
}
