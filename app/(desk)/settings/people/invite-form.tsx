'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Role } from '@/prisma/generated/enums'
import { Button } from '../../../_components/button'
import { Field } from '../../../_components/field'
import { Select } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { TextField } from '../../../_components/text-field'
import { useAttempt } from '../../../_doors/use-attempt'
import { inviteAction, type MadeLink } from './actions'
import { LinkToHand } from './link-to-hand'

/** Address and role, then the link, this once. Deskhand sends no mail: the admin hands the link over. */
export function InviteForm({ origin }: { origin: string }) {
  const t = useTranslations('people')
  const shell = useTranslations('shell')
  const errors = useTranslations('errors')
  const { run, isPending, words, problem, fieldProblem } = useAttempt()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [made, setMade] = useState<(MadeLink & { email: string }) | null>(null)
  const isKnown = problem?.reason === 'known'
  const badEmail = fieldProblem('email') && (email.trim() === '' ? fieldProblem('email') : errors('field.email'))
  const error = isKnown ? t('known') : badEmail
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    run(
      () => inviteAction({ email, role }),
      (link) => {
        setMade({ ...link, email })
        setEmail('')
      },
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {words && !error && <Notice kind="error">{words}</Notice>}
      <form noValidate onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <TextField
          id="invite-email"
          label={t('email')}
          error={error}
          className="min-w-56 grow"
          type="email"
          autoComplete="off"
          value={email}
          maxLength={254}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field id="invite-role" label={t('role')}>
          <Select
            id="invite-role"
            value={role}
            onChange={(event) => setRole(event.target.value === 'admin' ? 'admin' : 'agent')}
            className="w-32"
          >
            <option value="agent">{shell('role.agent')}</option>
            <option value="admin">{shell('role.admin')}</option>
          </Select>
        </Field>
        <Button type="submit" variant={made ? 'plain' : 'go'} aria-disabled={isPending} className="mt-5.5">
          {t(isPending ? 'inviting' : 'invite')}
        </Button>
      </form>
      {made && <LinkToHand label={t('inviteLink', { email: made.email })} url={origin + made.path} expiresAt={made.expiresAt} />}
    </div>
  )
}
