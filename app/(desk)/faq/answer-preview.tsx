'use client'

import { useTranslations } from 'next-intl'
import { hasMarkdown } from '@/lib/faq/read-markdown'
import { stripMarks } from '@/lib/messages/strip-marks'
import { composeVerbatim } from '@/lib/suggestions/compose-fallback'
import type { Language } from '@/prisma/generated/enums'
import { CitedText } from './cited-text'
import { LightMarkdown } from './light-markdown'

/**
 * The answer as the customer gets it when asked word for word, which is as it is written: replies are sent as plain text, signs and all. Beside
 * it the agent's draft, and below what becomes of it where somebody shows Markdown.
 */
export function AnswerPreview({ answer, language }: { answer: string; language: Language }) {
  const t = useTranslations('faqEditor.preview')
  if (answer.trim() === '') return <p className="py-2 text-ink-3 text-sm">{t('empty')}</p>
  const draft = composeVerbatim({ answer }, 1, language)
  const sent = stripMarks(draft, draft)
  return (
    <div className="mt-2 grid grid-cols-2 border-t max-lg:grid-cols-1">
      <section aria-label={t('customer')} className="border-b py-3 lg:border-r lg:pr-4">
        <h3 className="mb-1.5 font-medium text-ink-3 text-xs">{t('customer')}</h3>
        <p lang={language} className="message-text">
          {sent}
        </p>
      </section>
      <section aria-label={t('draft')} className="border-b py-3 lg:pl-4">
        <h3 className="mb-1.5 font-medium text-ink-3 text-xs">{t('draft')}</h3>
        <CitedText text={draft} lang={language} />
      </section>
      {hasMarkdown(answer) && (
        <section aria-label={t('rendered')} className="border-b py-3 lg:col-span-2">
          <h3 className="mb-1.5 font-medium text-ink-3 text-xs">{t('rendered')}</h3>
          <LightMarkdown text={sent} lang={language} />
          <p className="mt-2 text-ink-3 text-xs">{t('plainText')}</p>
        </section>
      )}
    </div>
  )
}
