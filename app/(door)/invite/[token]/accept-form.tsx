'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { AccountLinkKind } from '@/prisma/generated/enums'
import { describedBy, Field } from '../../../_components/field'
import { Input } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { EMPTY_DOOR_STATE } from '../../form-state'
import { SubmitButton } from '../../submit-button'
import { useFirstProblem } from '../../use-first-problem'
import { acceptAction } from './actions'

/** The name, of who is new, and the password. */
export function AcceptForm({ token, kind, email }: { token: string; kind: AccountLinkKind; email: string }) {
  const t = useTranslations('people.accept')
  const errors = useTranslations('errors')
  const [state, action] = useActionState(acceptAction, EMPTY_DOOR_STATE)
  const form = useFirstProblem(state)
  const { error, values } = state
  const problemOf = (field: string) => {
    const problem = error?.fields?.[field]
    return problem && errors(`field.${problem}`)
  }
  const words =
    error && !error.fields && (error.code === 'not_found' ? t('ended') : error.code === 'conflict' ? t('known') : errors(error.code))
  const name = { error: problemOf('name') }
  const password = { hint: t('passwordHint'), error: problemOf('password') }
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-3.5">
      {words && <Notice kind="error">{words}</Notice>}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="kind" value={kind} />
      {/* So that the browser keeps the password under the right name. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {kind === 'invite' && (
        <Field id="name" label={t('name')} error={name.error}>
          <Input
            id="name"
            name="name"
            autoComplete="name"
            autoFocus
            required
            maxLength={100}
            defaultValue={values?.name}
            aria-invalid={name.error !== undefined}
            aria-describedby={describedBy('name', name)}
            className="h-9"
          />
        </Field>
      )}
      <Field id="password" label={t('password')} {...password}>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          autoFocus={kind === 'password'}
          required
          maxLength={200}
          aria-invalid={password.error !== undefined}
          aria-describedby={describedBy('password', password)}
          className="h-9"
        />
      </Field>
      <div className="mt-1">
        <SubmitButton label={t(kind === 'invite' ? 'submit' : 'passwordSubmit')} workingLabel={t('working')} />
      </div>
    </form>
  )
}
