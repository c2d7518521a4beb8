'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '../../../_components/field'
import { Select } from '../../../_components/input'
import { useSettingsAttempt } from '../use-settings-attempt'
import { setTimeBudgetAction } from './actions'

/** What settings-schema.ts allows, in whole seconds. */
const SECONDS = [10, 11, 12, 13, 14, 15]

/** How long an agent may wait for a draft; saved as it is chosen. */
export function TimeBudget({ ms, configuredMs }: { ms: number | null; configuredMs: number }) {
  const t = useTranslations('prompt.budget')
  const { run, isPending, words } = useSettingsAttempt('prompt')
  const [isSaved, setSaved] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const seconds = ms === null || SECONDS.includes(ms / 1_000) ? SECONDS : [...SECONDS, ms / 1_000].sort((a, b) => a - b)
  return (
    <section className="border-t pt-4">
      <h2 className="mb-2 font-semibold text-ink-2 text-sm">{t('title')}</h2>
      <Field id="time-budget" label={t('label')} hint={isSaved ? t('saved') : t('hint')} error={words ?? undefined}>
        <Select
          id="time-budget"
          className="w-56"
          // What was chosen, until the page has it or it has failed.
          value={isPending && chosen !== null ? chosen : ms === null ? '' : String(ms / 1_000)}
          aria-busy={isPending}
          aria-describedby={words ? 'time-budget-error' : 'time-budget-hint'}
          onChange={(event) => {
            const { value } = event.target
            setChosen(value)
            run(
              () => setTimeBudgetAction(value === '' ? null : Number(value) * 1_000),
              () => setSaved(true),
            )
          }}
        >
          <option value="">{t('fromEnv', { n: configuredMs / 1_000 })}</option>
          {seconds.map((each) => (
            <option key={each} value={String(each)}>
              {t('seconds', { n: each })}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  )
}
