'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '../../../_components/notice'
import { Section } from '../../../_components/pane'
import { RungChip } from '../../../_components/rung-chip'
import { markText } from '../../tickets/[ticketId]/mark-text'
import { MarkedText } from '../../tickets/[ticketId]/marked-text'
import { placeSentences } from '../../tickets/[ticketId]/place-sentences'
import type { Preview } from './use-preview'

const ROLES = ['system', 'user', 'assistant'] as const

/** The reply as it is written, with its check, and what the model was given. */
export function PreviewResult({ preview: { found, text, result, isRunning } }: { preview: Preview }) {
  const t = useTranslations('prompt.preview')
  const faq = useTranslations('faqTry')
  const causes = useTranslations('ticket.draft.causes')
  const format = useFormatter()
  const language = result?.language ?? found?.language
  const verbatim = found?.hits.find((hit) => hit.isVerbatim)
  const { usage, unusedText, fallbackCause, prompt } = result ?? {}
  return (
    <>
      {verbatim && (
        <div className="px-4 pt-3">
          <Notice kind="info">{t('verbatim', { title: verbatim.title })}</Notice>
        </div>
      )}
      {found && !found.hasMatch && found.openNames.length === 0 && (
        <div className="px-4 pt-3">
          <Notice kind="warning">{t('noMatch')}</Notice>
        </div>
      )}
      {(text !== '' || result) && (
        <div className="border-b px-4 py-3.5">
          {result && <RungChip rung={result.rung} className="mb-1.5 inline-block" />}
          <p lang={language} aria-live="polite" aria-busy={isRunning} className="message-text whitespace-pre-wrap">
            <MarkedText
              stretches={markText(text, placeSentences(text, result?.grounding.sentences ?? []))}
              lit={null}
              rules={result?.rules ?? found?.hits ?? []}
            />
          </p>
          {fallbackCause && fallbackCause !== 'no_rule' && (
            <p className="mt-2 text-amber text-sm">{unusedText ? t('unused', { cause: causes(fallbackCause) }) : causes(fallbackCause)}</p>
          )}
          {unusedText && (
            <p lang={language} className="mt-1.5 whitespace-pre-wrap rounded-md bg-sunk px-3 py-2 text-ink-2 text-sm leading-5.5">
              {unusedText}
            </p>
          )}
          {result?.model && (
            <p className="mt-2 text-ink-3 text-xs">
              {[
                result.model,
                // A reply that was cut short was never counted.
                usage?.promptTokens != null &&
                  usage.replyTokens != null &&
                  t('tokens', { prompt: format.number(usage.promptTokens), reply: format.number(usage.replyTokens) }),
                t('seconds', { seconds: format.number(result.ms / 1_000, { maximumFractionDigits: 1 }) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </div>
      )}
      {prompt && (
        <Section
          title={t('prompt')}
          aside={usage?.promptTokens ? t('promptTokens', { n: format.number(usage.promptTokens) }) : undefined}
          className="border-b-0 pb-8"
        >
          {prompt.map((message) => {
            const role = ROLES.find((each) => each === message.role)
            return (
              <div key={message.role} className="mb-2">
                <h3 className="mb-1 text-ink-3 text-xs">{role ? faq(`roles.${role}`) : message.role}</h3>
                <pre
                  lang={language}
                  className="whitespace-pre-wrap rounded-md bg-sunk px-3 py-2 font-mono text-ink text-xs leading-5 wrap-anywhere"
                >
                  {message.content}
                </pre>
              </div>
            )
          })}
        </Section>
      )}
    </>
  )
}
