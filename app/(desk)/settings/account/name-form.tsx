'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { TextField } from '../../../_components/text-field'
import { useSettingsAttempt } from '../use-settings-attempt'
import { changeNameAction } from './actions'

/** What colleagues and customers call this person. */
export function NameForm({ name: initial }: { name: string }) {
  const t = useTranslations('people')
  const { run, isPending, words, problem, fieldProblem } = useSettingsAttempt('account')
  const [name, setName] = useState(initial)
  const [isDone, setDone] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    setDone(false)
    run(
      () => changeNameAction(name),
      () => setDone(true),
    )
  }
  return (
    <form noValidate onSubmit={save} className="flex max-w-md flex-col gap-3">
      {words && !problem?.fields && <Notice kind="error">{words}</Notice>}
      <TextField
        id="own-name"
        label={t('name')}
        hint={t('nameHint')}
        error={fieldProblem('name')}
        autoComplete="name"
        value={name}
        maxLength={100}
        onChange={(event) => {
          setName(event.target.value)
          setDone(false)
        }}
      />
      <div className="flex items-center gap-3">
        <Button type="submit" aria-disabled={isPending}>
          {t('saveName')}
        </Button>
        <span role="status" className="text-green text-sm">
          {isDone && t('nameSaved')}
        </span>
      </div>
    </form>
  )
}
