import { Check } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { listApiKeys } from '@/lib/auth/list-api-keys'
import { listChannels } from '@/lib/channels/list-channels'
import { hasAnyRule } from '@/lib/faq/has-any-rule'
import { Button } from '../../_components/button'
import { cn } from '../../_components/cn'
import { CodeBlock } from '../../_components/code-block'
import { requestOrigin } from '../settings/request-origin'
import { FirstStepsKeeper } from './first-steps-keeper'

/** The desk of an admin to which no ticket has come yet: what is missing until the first draft, in the order of doing it. */
export async function FirstSteps() {
  const [t, example, locale, origin, hasRules, channels, keys] = await Promise.all([
    getTranslations('firstSteps'),
    getTranslations('settings.channels'),
    getLocale(),
    requestOrigin(),
    hasAnyRule({ status: 'published' }),
    listChannels(),
    listApiKeys(),
  ])
  const hasDoor = channels.length > 0 || keys.some(({ revokedAt }) => revokedAt === null)
  const body = JSON.stringify({
    subject: example('exampleSubject'),
    message: { text: example('exampleText') },
    contact: { name: example('exampleName') },
  }).replaceAll("'", '\u2019')
  const curl = `curl ${origin}/api/v1/tickets -H 'authorization: Bearer dh_…' \\\n  -H 'content-type: application/json' -d '${body}'`
  const link = (href: string) => (words: ReactNode) => (
    <Link href={href} className="rounded-sm underline underline-offset-3 hover:text-ink">
      {words}
    </Link>
  )
  return (
    <div className="pane-scroll h-full">
      <FirstStepsKeeper />
      <div className="mx-auto max-w-2xl px-7 py-12">
        <h2 className="font-semibold text-xl">{t('title')}</h2>
        <p className="mt-1 text-pretty text-ink-2">{t('lead')}</p>
        <ol className="mt-6 border-t">
          <Step n={1} isDone={hasRules} title={t('rules.title')} body={t('rules.body')}>
            <Button asChild variant={hasRules ? 'plain' : 'go'} size="small">
              <Link href={`/faq?new=${locale}`}>{t('rules.write')}</Link>
            </Button>
            <Button asChild size="small">
              <Link href="/faq/import">{t('rules.import')}</Link>
            </Button>
          </Step>
          <Step n={2} isDone={hasDoor} title={t('door.title')} body={t('door.body')}>
            <Button asChild variant={hasRules && !hasDoor ? 'go' : 'plain'} size="small">
              <Link href="/settings/channels/new">{t('door.channel')}</Link>
            </Button>
            <Button asChild size="small">
              <Link href="/settings/keys">{t('door.key')}</Link>
            </Button>
          </Step>
          <Step n={3} title={t('ticket.title')} body={t('ticket.body')}>
            <div className="min-w-0 grow">
              <CodeBlock label={t('ticket.line')} code={curl} />
            </div>
          </Step>
        </ol>
        <p className="mt-5 text-ink-3 text-sm">
          {t.rich('later', { people: link('/settings/people'), prompt: link('/settings/prompt'), model: link('/settings/model') })}
        </p>
      </div>
    </div>
  )
}

type StepProps = { n: number; isDone?: boolean; title: string; body: string; children: ReactNode }

async function Step({ n, isDone = false, title, body, children }: StepProps) {
  const t = await getTranslations('firstSteps')
  return (
    <li className="flex gap-3 border-b py-4">
      <span
        aria-hidden="true"
        className={cn(
          'grid size-5 shrink-0 place-items-center rounded-full border text-xs',
          isDone ? 'border-teal bg-teal-bg text-teal' : 'border-line-strong text-ink-3',
        )}
      >
        {isDone ? <Check className="size-3" strokeWidth={2.4} /> : n}
      </span>
      <div className="min-w-0 grow">
        <h3 className="font-medium">
          {title}
          {isDone && <span className="ml-2 font-normal text-sm text-teal">{t('done')}</span>}
        </h3>
        <p className="mt-0.5 max-w-[60ch] text-pretty text-ink-3 text-sm leading-5">{body}</p>
        <div className="mt-2.5 flex flex-wrap gap-2">{children}</div>
      </div>
    </li>
  )
}
