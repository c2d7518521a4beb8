'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { TextField } from '../../../_components/text-field'
import { useSettingsAttempt } from '../use-settings-attempt'
import { changePasswordAction } from './actions'

/** A new password, for who knows the present one; it ends the sessions everywhere else. */
export function PasswordForm() {
  const t = useTranslations('people')
  const { run, isPending, words, problem, fieldProblem } = useSettingsAttempt('account')
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isDone, setDone] = useState(false)
  const isWrong = problem?.reason === 'wrong_password'
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
      <TextField
        id="current-password"
        label={t('currentPassword')}
        error={isWrong ? t('wrongPassword') : fieldProblem('current')}
        type="password"
        autoComplete="current-password"
        value={current}
        maxLength={200}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <TextField
        id="new-password"
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={fieldProblem('password')}
        type="password"
        autoComplete="new-password"
        value={password}
        maxLength={200}
        onChange={(event) => setPassword(event.target.value)}
      />
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
