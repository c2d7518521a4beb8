import { FileQuestion } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { AppError } from '@/lib/errors'
import { type Explanation, getExplanation } from '@/lib/suggestions/get-explanation'
import { EmptyState } from '../../../../../_components/empty-state'
import { MOMENT } from '../../../../../_components/moments'
import { PaneHeader, Section } from '../../../../../_components/pane'
import { RungChip } from '../../../../../_components/rung-chip'
import { DraftTimes } from '../../draft-times'
import { BackToTicket } from './back-to-ticket'
import { RunAgain } from './run-again'
import { StoredPrompt } from './stored-prompt'
import { StoredRules } from './stored-rules'

export async function generateMetadata() {
  return { title: (await getTranslations('assistant.why'))('title') }
}

type WhyPageProps = { params: Promise<{ ticketId: string; suggestionId: string }> }

async function findExplanation(id: string): Promise<Explanation | null> {
  if (!z.uuid().safeParse(id).success) return null
  try {
    return await getExplanation(id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

/** What a draft was made from, as it was, and what today's model makes of the same. */
export default async function WhyPage({ params }: WhyPageProps) {
  await requireAgent()
  const { ticketId, suggestionId } = await params
  const [t, causes, format, found] = await Promise.all([
    getTranslations('assistant.why'),
    getTranslations('ticket.draft.causes'),
    getFormatter(),
    findExplanation(suggestionId),
  ])
  const why = found?.ticketId === ticketId ? found : null
  const header = (
    <PaneHeader>
      <BackToTicket ticketId={ticketId} />
      <h1 className="shrink-0 font-semibold text-base">{t('title')}</h1>
      {why && (
        <span className="min-w-0 truncate text-ink-3 text-sm">
          #{why.ticket.number} · {format.dateTime(why.queuedAt, MOMENT)}
        </span>
      )}
    </PaneHeader>
  )
  if (!why) {
    return (
      <section className="flex h-full flex-col bg-bg">
        {header}
        <EmptyState icon={<FileQuestion />} title={t('gone')}>
          {t('goneBody')}
        </EmptyState>
      </section>
    )
  }
  const { parameters, promptTokens, replyTokens } = why
  const cause = why.fallbackCause && causes.has(why.fallbackCause as 'timeout') ? causes(why.fallbackCause as 'timeout') : null
  const facts = [
    { label: t('model'), value: why.model },
    { label: t('promptVersion'), value: why.promptVersion === null ? null : String(why.promptVersion) },
    { label: t('seed'), value: why.seed === null ? null : String(why.seed) },
    {
      label: t('parameters'),
      value:
        parameters && why.prompt
          ? [
              t('temperature', { value: format.number(parameters.temperature) }),
              t('maxTokens', { n: format.number(parameters.maxTokens) }),
            ].join(' · ')
          : null,
    },
    {
      label: t('tokens'),
      value:
        promptTokens !== null && replyTokens !== null
          ? t('tokensOf', { prompt: format.number(promptTokens), reply: format.number(replyTokens) })
          : null,
    },
  ].filter(({ value }) => value !== null)
  return (
    <section aria-label={t('title')} className="flex h-full flex-col bg-bg">
      {header}
      <div className="pane-scroll grow" tabIndex={-1}>
        <div className="mx-auto max-w-3xl pb-8">
          <p className="px-4 pt-4 text-ink-3">{t('lead')}</p>
          <Section title={t('said')} aside={why.rung && <RungChip rung={why.rung} />}>
            <p lang={why.language} className="message-text max-w-[72ch] whitespace-pre-wrap">
              {why.text || t('none')}
            </p>
            {why.modelText && why.rung !== 'model' && (
              <div className="mt-3">
                <h3 className="mb-1 text-ink-3 text-xs">{t('modelSaid')}</h3>
                <p lang={why.language} className="message-text max-w-[72ch] whitespace-pre-wrap rounded-md bg-sunk px-3 py-2 text-ink-2">
                  {why.modelText}
                </p>
              </div>
            )}
            {cause && <p className="mt-2 text-amber text-sm">{why.modelText ? t('notUsed', { cause }) : cause}</p>}
          </Section>
          <RunAgain
            suggestionId={why.id}
            language={why.language}
            then={{ text: why.modelText ?? why.text, model: why.model }}
            hasPrompt={why.prompt !== null}
          />
          <Section title={t('facts')}>
            <dl className="grid grid-cols-[8rem_1fr] gap-x-3 gap-y-1 text-sm">
              {facts.map(({ label, value }) => (
                <div key={label} className="contents">
                  <dt className="text-ink-3">{label}</dt>
                  <dd className="wrap-anywhere">{value}</dd>
                </div>
              ))}
              <dt className="text-ink-3">{t('question')}</dt>
              <dd lang={why.language} className="whitespace-pre-wrap wrap-anywhere">
                {why.question || t('none')}
              </dd>
            </dl>
            <DraftTimes timings={why.timings} />
          </Section>
          <StoredRules rules={why.rules} language={why.language} />
          <StoredPrompt prompt={why.prompt} rung={why.rung} language={why.language} fallbackCause={why.fallbackCause} />
        </div>
      </div>
    </section>
  )
}
