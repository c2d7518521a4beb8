'use client'

import { useTranslations } from 'next-intl'
import { CodeBlock } from '../../../_components/code-block'
import { Notice } from '../../../_components/notice'
import { ValueRow } from '../../../_components/value-row'

/** The new key, while it can still be read, and a command that proves that it works. */
export function MadeKey({ name, secret, origin }: { name: string; secret: string; origin: string }) {
  const t = useTranslations('settings')
  const { subject, text, customer } = {
    subject: t('channels.exampleSubject'),
    text: t('channels.exampleText'),
    customer: t('channels.exampleName'),
  }
  const body = JSON.stringify({ subject, message: { text }, contact: { name: customer } }).replaceAll("'", '\u2019')
  const code = `curl ${origin}/api/v1/tickets -H 'authorization: Bearer ${secret}' \\\n  -H 'content-type: application/json' -d '${body}'`
  return (
    <section aria-label={t('keys.made', { name })} className="flex flex-col gap-3">
      <Notice kind="warning">{t('keys.once')}</Notice>
      <ValueRow label={t('keys.made', { name })} value={secret} />
      <CodeBlock label={t('keys.example')} code={code} />
    </section>
  )
}
