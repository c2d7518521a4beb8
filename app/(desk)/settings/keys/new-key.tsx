'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { ApiKeyScope } from '@/lib/auth/schema'
import { Button } from '../../../_components/button'
import { describedBy, Field } from '../../../_components/field'
import { Input } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { useAttempt } from '../../../_doors/use-attempt'
import { createApiKeyAction } from './actions'
import { MadeKey } from './made-key'
import { SCOPES } from './scopes'

/** Name and rights, then the key, this once. */
export function NewKey({ origin }: { origin: string }) {
  const t = useTranslations('settings.keys')
  const { run, isPending, words, problem, fieldProblem } = useAttempt()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ApiKeyScope[]>(['*'])
  const [made, setMade] = useState<{ key: string; name: string } | null>(null)
  const nameField = { hint: t('nameHint'), error: fieldProblem('name') }
  const scopeProblem = fieldProblem('scopes')
  const toggle = (scope: ApiKeyScope) =>
    setScopes((old) => {
      if (old.includes(scope)) return old.filter((each) => each !== scope)
      // Everything includes the others: either it or a choice.
      return scope === '*' ? ['*'] : [...old.filter((each) => each !== '*'), scope]
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    run(
      () => createApiKeyAction({ name, scopes }),
      (value) => {
        setMade(value)
        setName('')
      },
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {made && <MadeKey name={made.name} secret={made.key} origin={origin} />}
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        {words && !problem?.fields && <Notice kind="error">{words}</Notice>}
        <Field id="key-name" label={t('name')} className="max-w-md" {...nameField}>
          <Input
            id="key-name"
            value={name}
            maxLength={100}
            aria-invalid={nameField.error !== undefined}
            aria-describedby={describedBy('key-name', nameField)}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium text-ink-2 text-sm">{t('scopes')}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1.5">
            {SCOPES.map((scope) => (
              <label key={scope} className="flex items-center gap-1.5 text-sm">
                <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} className="size-4 accent-accent" />
                {t(`scopeNames.${scope}`)}
              </label>
            ))}
          </div>
          {scopeProblem && (
            <p role="alert" className="mt-1 text-red text-xs">
              {scopeProblem}
            </p>
          )}
        </fieldset>
        <div>
          <Button type="submit" variant={made ? 'plain' : 'go'} aria-disabled={isPending}>
            {t(isPending ? 'creating' : 'create')}
          </Button>
        </div>
      </form>
    </div>
  )
}
