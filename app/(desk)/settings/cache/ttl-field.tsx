'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '../../../_components/field'
import { Select } from '../../../_components/input'
import { useSettingsAttempt } from '../use-settings-attempt'
import { setCacheTtlAction } from './actions'
import { useSpan } from './use-span'

const HOUR = 3_600
const CHOICES = [HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR, 720 * HOUR]

/** How long answers are kept; saved as it is chosen. */
export function TtlField({ seconds }: { seconds: number }) {
  const t = useTranslations('cache')
  const span = useSpan()
  const { run, isPending, words } = useSettingsAttempt('cache')
  const [isSaved, setSaved] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const choices = CHOICES.includes(seconds) ? CHOICES : [...CHOICES, seconds].sort((a, b) => a - b)
  return (
    <Field id="cache-ttl" label={t('ttl')} hint={isSaved ? t('ttlSaved') : t('ttlHint')} error={words ?? undefined} className="w-56">
      <Select
        id="cache-ttl"
        // What was chosen, until the page has it or it has failed.
        value={isPending && chosen !== null ? chosen : seconds}
        aria-busy={isPending}
        aria-describedby={words ? 'cache-ttl-error' : 'cache-ttl-hint'}
        onChange={(event) => {
          const next = Number(event.target.value)
          setChosen(next)
          run(
            () => setCacheTtlAction(next),
            () => setSaved(true),
          )
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {span(choice)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
