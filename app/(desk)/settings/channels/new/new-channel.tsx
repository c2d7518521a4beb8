'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../../_components/button'
import { Notice } from '../../../../_components/notice'
import { useAttempt } from '../../../../_doors/use-attempt'
import { createChannelAction } from '../actions'
import { ChannelFields, type ChannelForm } from '../channel-fields'
import { ChannelKit } from '../channel-kit'

/** First the questions, then what has to be pasted into the other system: its secret stands here and never again. */
export function NewChannel({ origin, isDemo }: { origin: string; isDemo: boolean }) {
  const t = useTranslations('settings.channels')
  const { run, isPending, words, problem, fieldProblem } = useAttempt()
  const [form, setForm] = useState<ChannelForm>({ name: '', outgoingKind: isDemo ? 'outbox' : 'none', outgoingUrl: '' })
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null)
  if (made) {
    return (
      <>
        <ChannelKit id={made.id} origin={origin} secret={made.secret} />
        <div>
          <Button asChild variant="go">
            <Link href={`/settings/channels/${made.id}`}>{t('done')}</Link>
          </Button>
        </div>
      </>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    const outgoingUrl = form.outgoingKind === 'webhook' ? form.outgoingUrl.trim() || null : null
    run(() => createChannelAction({ name: form.name, outgoingKind: form.outgoingKind, outgoingUrl }), setMade)
  }
  return (
    <form noValidate onSubmit={submit} className="flex max-w-md flex-col gap-4">
      {words && !problem?.fields && <Notice kind="error">{words}</Notice>}
      <ChannelFields form={form} isDemo={isDemo} problemOf={fieldProblem} onChange={(part) => setForm((old) => ({ ...old, ...part }))} />
      <div>
        <Button type="submit" variant="go" aria-disabled={isPending}>
          {t(isPending ? 'creating' : 'create')}
        </Button>
      </div>
    </form>
  )
}
