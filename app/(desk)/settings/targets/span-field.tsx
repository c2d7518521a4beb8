'use client'

import { useTranslations } from 'next-intl'
import { cn } from '../../../_components/cn'
import { Input } from '../../../_components/input'

const HOUR = 60

type SpanFieldProps = { label: string; group: string; isOff: boolean; minutes: number; onChange: (minutes: number) => void }

/** A span in hours and minutes. A target that is off keeps its figures, greyed and still to be edited. */
export function SpanField({ label, group, isOff, minutes, onChange }: SpanFieldProps) {
  const t = useTranslations('due.settings')
  const parts = [
    { unit: 'hours' as const, value: Math.floor(minutes / HOUR), max: 2_160, toMinutes: (n: number) => n * HOUR + (minutes % HOUR) },
    {
      unit: 'minutes' as const,
      value: minutes % HOUR,
      max: 59,
      toMinutes: (n: number) => Math.floor(minutes / HOUR) * HOUR + Math.min(n, 59),
    },
  ]
  return (
    <div className={cn('grid grid-cols-[6rem_auto] items-center gap-2 text-sm', isOff && 'text-ink-3')}>
      <span>{label}</span>
      <span className="flex items-center gap-2">
        {parts.map(({ unit, value, max, toMinutes }) => (
          <span key={unit} className="flex items-center gap-1">
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              max={max}
              className={cn('w-20', isOff && 'text-ink-3')}
              aria-label={`${group} · ${label} · ${t(unit)}`}
              value={value}
              onChange={(event) => onChange(toMinutes(Math.max(0, Math.floor(Number(event.target.value) || 0))))}
            />
            {t(unit)}
          </span>
        ))}
      </span>
    </div>
  )
}
