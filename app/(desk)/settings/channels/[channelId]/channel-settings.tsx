'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { ChannelItem } from '@/lib/channels/schema'
import { Button } from '../../../../_components/button'
import { Notice } from '../../../../_components/notice'
import { useSettingsAttempt } from '../../use-settings-attempt'
import { updateChannelAction } from '../actions'
import { ChannelFields, type ChannelForm } from '../channel-fields'

export function ChannelSettings({ channel, isDemo }: { channel: ChannelItem; isDemo: boolean }) {
  const t = useTranslations('settings.channels')
  const { run, isPending, words, problem, fieldProblem } = useSettingsAttempt('channels')
  const saved: ChannelForm = { name: channel.name, outgoingKind: channel.outgoingKind, outgoingUrl: channel.outgoingUrl ?? '' }
  const [form, setForm] = useState(saved)
  const [isSaved, setSaved] = useState(false)
  const isDirty = JSON.stringify(form) !== JSON.stringify(saved)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending || !isDirty) return
    const outgoingUrl = form.outgoingKind === 'webhook' ? form.outgoingUrl.trim() || null : null
    run(
      () => updateChannelAction(channel.id, { name: form.name, outgoingKind: form.outgoingKind, outgoingUrl }),
      () => setSaved(true),
    )
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {words && !problem?.fields && <Notice kind="error">{words}</Notice>}
      {!channel.isEnabled && <Notice kind="warning">{t('disableHint')}</Notice>}
      <div className="flex max-w-md flex-col gap-4">
        <ChannelFields
          form={form}
          isDemo={isDemo || channel.outgoingKind === 'outbox'}
          problemOf={fieldProblem}
          onChange={(part) => {
            setSaved(false)
            setForm((old) => ({ ...old, ...part }))
          }}
        />
      </div>
      <div className="flex items-center gap-2">
        <Button type="submit" variant={isDirty ? 'go' : 'plain'} disabled={!isDirty} aria-disabled={isPending}>
          {t('save')}
        </Button>
        <Button
          variant={channel.isEnabled ? 'danger' : 'plain'}
          title={channel.isEnabled ? t('disableHint') : undefined}
          aria-disabled={isPending}
          onClick={() => !isPending && run(() => updateChannelAction(channel.id, { isEnabled: !channel.isEnabled }))}
        >
          {t(channel.isEnabled ? 'disable' : 'enable')}
        </Button>
        <span role="status" className="text-ink-3 text-sm">
          {isSaved && !isDirty ? t('saved') : ''}
        </span>
      </div>
    </form>
  )
}
