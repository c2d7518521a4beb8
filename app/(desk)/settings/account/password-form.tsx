'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../_components/button'
import { describedBy, Field } from '../../../_components/field'
import { Input } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { useAttempt } from '../../../_doors/use-attempt'
import { changePasswordAction } from './actions'

/** A new password, for who knows the present one; it ends the sessions everywhere else. */
export function PasswordForm() {
  const t = useTranslations('people')
  const { run, isPending, words, problem, fieldProblem } = useAttempt()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isDone, setDone] = useState(false)
  const isWrong = problem?.reason === 'wrong_password'
  const currentField = { error: isWrong ? t('wrongPassword') : fieldProblem('current') }
  const newField = { hint: t('passwordHint'), error: fieldProblem('password') }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    setDone(false)
    run(
      () => changePasswordAction({ current, password }),
      () => {
        setCurrent('')
        setPassword('')
        setDone(true)
      },
    )
  }
  return (
    <form noValidate onSubmit={save} aria-labelledby="change-password" className="flex max-w-md flex-col gap-3">
      <h2 id="change-password" className="font-semibold text-base">
        {t('changePassword')}
      </h2>
      {words && !problem?.fields && !isWrong && <Notice kind="error">{words}</Notice>}
      <Field id="current-password" label={t('currentPassword')} {...currentField}>
        <Input
          id="current-password"
          type="password"
          autoComplete="current-password"
          value={current}
          maxLength={200}
          aria-invalid={currentField.error !== undefined}
          aria-describedby={describedBy('current-password', currentField)}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field id="new-password" label={t('newPassword')} {...newField}>
        <Input
          id="new-password"
          type="password"
          autoComplete="new-password"
          value={password}
          maxLength={200}
          aria-invalid={newField.error !== undefined}
          aria-describedby={describedBy('new-password', newField)}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" aria-disabled={isPending}>
          {t('changePassword')}
        </Button>
        <span role="status" className="text-green text-sm">
          {isDone && t('passwordChanged')}
        </span>
      </div>
    </form>
  )
}
