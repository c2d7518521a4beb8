'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ResponseTargets } from '@/lib/settings/response-targets-schema'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { useSettingsAttempt } from '../use-settings-attempt'
import { setTargetsAction } from './actions'
import { SpanField } from './span-field'

const KINDS = ['firstResponse', 'resolution'] as const
const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const
/** 90 days, as the server has it (lib/settings/response-targets-schema.ts). */
const MAX_MINUTES = 129_600

/** By when a ticket must be answered and solved, a row for each priority. */
export function TargetsForm({ targets }: { targets: ResponseTargets }) {
  const t = useTranslations('due.settings')
  const priority = useTranslations('ticket.priority')
  const [draft, setDraft] = useState(targets)
  const [isSaved, setSaved] = useState(false)
  const { run, isPending, words } = useSettingsAttempt('targets')
  const change = (kind: (typeof KINDS)[number], part: Partial<ResponseTargets['resolution']>) => {
    setSaved(false)
    setDraft((old) => ({ ...old, [kind]: { ...old[kind], ...part } }))
  }
  const isInRange = KINDS.every((kind) =>
    PRIORITIES.every((name) => draft[kind].minutes[name] >= 1 && draft[kind].minutes[name] <= MAX_MINUTES),
  )
  const save = () => {
    if (isPending || !isInRange) return
    run(
      () => setTargetsAction(draft),
      () => setSaved(true),
    )
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {KINDS.map((kind) => (
        <fieldset key={kind} className="flex flex-col gap-2">
          <legend className="mb-1 font-semibold">{t(kind)}</legend>
          <p className="text-ink-3 text-sm">{t(`${kind}Hint`)}</p>
          <label className="flex w-fit items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={draft[kind].isOn}
              onChange={(event) => change(kind, { isOn: event.target.checked })}
            />
            {t('on')}
          </label>
          {PRIORITIES.map((name) => (
            <SpanField
              key={name}
              label={priority(name)}
              group={t(kind)}
              isOff={!draft[kind].isOn}
              minutes={draft[kind].minutes[name]}
              onChange={(minutes) => change(kind, { minutes: { ...draft[kind].minutes, [name]: minutes } })}
            />
          ))}
        </fieldset>
      ))}
      {!isInRange && <Notice kind="error">{t('range')}</Notice>}
      {words && <Notice kind="error">{words}</Notice>}
      {isSaved && <Notice kind="done">{t('saved')}</Notice>}
      <Button type="submit" variant="go" className="w-fit" aria-disabled={isPending || !isInRange}>
        {t('save')}
      </Button>
    </form>
  )
}
