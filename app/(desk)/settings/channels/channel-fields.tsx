'use client'

import { useTranslations } from 'next-intl'
import type { OutgoingKind } from '@/prisma/generated/enums'
import { describedBy, Field } from '../../../_components/field'
import { Input, Select } from '../../../_components/input'

export type ChannelForm = { name: string; outgoingKind: OutgoingKind; outgoingUrl: string }

type ChannelFieldsProps = {
  form: ChannelForm
  isDemo: boolean
  problemOf: (name: string) => string | undefined
  onChange: (part: Partial<ChannelForm>) => void
}

const KINDS = ['none', 'webhook', 'outbox'] as const

export function ChannelFields({ form, isDemo, problemOf, onChange }: ChannelFieldsProps) {
  const t = useTranslations('settings.channels')
  const name = { hint: t('nameHint'), error: problemOf('name') }
  const url = { hint: t('outgoingHint'), error: problemOf('outgoingUrl') }
  return (
    <>
      <Field id="channel-name" label={t('name')} {...name}>
        <Input
          id="channel-name"
          value={form.name}
          maxLength={100}
          aria-invalid={name.error !== undefined}
          aria-describedby={describedBy('channel-name', name)}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field id="channel-outgoing" label={t('outgoing')}>
        <Select
          id="channel-outgoing"
          value={form.outgoingKind}
          onChange={(event) => onChange({ outgoingKind: KINDS.find((kind) => kind === event.target.value) ?? 'none' })}
        >
          {KINDS.filter((kind) => kind !== 'outbox' || isDemo).map((kind) => (
            <option key={kind} value={kind}>
              {t(`outgoingKinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {form.outgoingKind === 'webhook' && (
        <Field id="channel-url" label={t('outgoingUrl')} {...url}>
          <Input
            id="channel-url"
            type="url"
            value={form.outgoingUrl}
            maxLength={2_000}
            placeholder="https://"
            aria-invalid={url.error !== undefined}
            aria-describedby={describedBy('channel-url', url)}
            onChange={(event) => onChange({ outgoingUrl: event.target.value })}
          />
        </Field>
      )}
    </>
  )
}
