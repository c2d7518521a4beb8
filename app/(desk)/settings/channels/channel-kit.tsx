'use client'

import { useTranslations } from 'next-intl'
import { CodeBlock } from '../../../_components/code-block'
import { Notice } from '../../../_components/notice'
import { ValueRow } from '../../../_components/value-row'
import { signedCurl } from './signed-curl'

/** Everything the other system needs, while the secret is known; and a command that proves that it works. */
export function ChannelKit({ id, origin, secret }: { id: string; origin: string; secret: string }) {
  const t = useTranslations('settings.channels')
  const url = `${origin}/api/webhooks/${id}`
  return (
    <div className="flex flex-col gap-4">
      <Notice kind="warning">{t('secretOnce')}</Notice>
      <ValueRow label={t('url')} value={url} />
      <ValueRow label={t('secret')} value={secret} />
      <div className="flex flex-col gap-1.5">
        <CodeBlock
          label={t('example')}
          code={signedCurl({ url, secret, subject: t('exampleSubject'), text: t('exampleText'), name: t('exampleName') })}
        />
        <p className="text-ink-3 text-xs">{t('exampleHint')}</p>
      </div>
    </div>
  )
}
