'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { describedBy, Field } from '../../_components/field'
import { Input } from '../../_components/input'
import { Notice } from '../../_components/notice'
import { EMPTY_DOOR_STATE } from '../form-state'
import { SubmitButton } from '../submit-button'
import { useDoorProblems } from '../use-door-problems'
import { useFirstProblem } from '../use-first-problem'
import { signInAction } from './actions'

/** In the demo the password is the second way in, so it neither takes the focus nor the name of the page. */
export function SignInForm({ next, isMain }: { next: string; isMain: boolean }) {
  const t = useTranslations('door.signIn')
  const [state, action] = useActionState(signInAction, EMPTY_DOOR_STATE)
  const form = useFirstProblem(state)
  const { formProblem, fieldProblem } = useDoorProblems('signIn', state)
  const email = fieldProblem('email')
  const password = fieldProblem('password')
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-3.5">
      {!isMain && <h2 className="font-medium text-ink-2 text-sm">{t('orPassword')}</h2>}
      {formProblem && <Notice kind="error">{formProblem}</Notice>}
      <input type="hidden" name="next" value={next} />
      <Field id="email" label={t('email')} error={email}>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoFocus={isMain}
          required
          defaultValue={state.values?.email}
          aria-invalid={email !== undefined}
          aria-describedby={describedBy('email', { error: email })}
          className="h-9"
        />
      </Field>
      <Field id="password" label={t('password')} error={password}>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={password !== undefined}
          aria-describedby={describedBy('password', { error: password })}
          className="h-9"
        />
      </Field>
      <div className="mt-1">
        <SubmitButton label={t('submit')} workingLabel={t('working')} />
      </div>
    </form>
  )
}
