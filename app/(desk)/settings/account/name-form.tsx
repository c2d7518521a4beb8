'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../_components/button'
import { describedBy, Field } from '../../../_components/field'
import { Input } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { useAttempt } from '../../../_doors/use-attempt'
import { changeNameAction } from './actions'

/** What colleagues and customers call this person. */
export function NameForm({ name: initial }: { name: string }) {
  const t = useTranslations('people')
  const { run, isPending, words, problem, fieldProblem } = useAttempt()
  const [name, setName] = useState(initial)
  const [isDone, setDone] = useState(false)
  const field = { hint: t('nameHint'), error: fieldProblem('name') }
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
      <Field id="own-name" label={t('name')} {...field}>
        <Input
          id="own-name"
          autoComplete="name"
          value={name}
          maxLength={100}
          aria-invalid={field.error !== undefined}
          aria-describedby={describedBy('own-name', field)}
          onChange={(event) => {
            setName(event.target.value)
            setDone(false)
          }}
        />
      </Field>
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
