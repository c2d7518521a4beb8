'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '../../../_components/field'
import { Select } from '../../../_components/input'
import { useSettingsAttempt } from '../use-settings-attempt'
import { setUndoSecondsAction } from './actions'

const CHOICES = [0, 3, 5, 10, 20, 30]

/** How long a reply can be taken back; saved as it is chosen. */
export function UndoSeconds({ seconds }: { seconds: number }) {
  const t = useTranslations('composer.settings')
  const { run, isPending, words } = useSettingsAttempt('sending')
  const [isSaved, setSaved] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const choices = CHOICES.includes(seconds) ? CHOICES : [...CHOICES, seconds].sort((a, b) => a - b)
  return (
    <Field id="undo-seconds" label={t('label')} hint={isSaved ? t('saved') : t('hint')} error={words ?? undefined}>
      <Select
        id="undo-seconds"
        className="w-56"
        // What was chosen, until the page has it or it has failed.
        value={isPending && chosen !== null ? chosen : seconds}
        aria-busy={isPending}
        aria-describedby={words ? 'undo-seconds-error' : 'undo-seconds-hint'}
        onChange={(event) => {
          const next = Number(event.target.value)
          setChosen(next)
          run(
            () => setUndoSecondsAction(next),
            () => setSaved(true),
          )
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === 0 ? t('never') : t('seconds', { n: choice })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
