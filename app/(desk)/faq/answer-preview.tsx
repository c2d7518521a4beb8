'use client'

import { useTranslations } from 'next-intl'
import { hasMarkdown } from '@/lib/faq/read-markdown'
import { stripMarks } from '@/lib/messages/strip-marks'
import { composeVerbatim } from '@/lib/suggestions/compose-fallback'
import type { Language } from '@/prisma/generated/enums'
import { CitedText } from './cited-text'
import { LightMarkdown } from './light-markdown'

/** The answer as the customer gets it when asked word for word, and as it stands in the agent's draft before. */
export function AnswerPreview({ answer, language }: { answer: string; language: Language }) {
  const t = useTranslations('faqEditor.preview')
  if (answer.trim() === '') return <p className="py-2 text-ink-3 text-sm">{t('empty')}</p>
  const draft = composeVerbatim({ answer }, 1, language)
  return (
    <div className="mt-2 grid grid-cols-2 border-t max-lg:grid-cols-1">
      <section aria-label={t('customer')} className="border-b py-3 lg:border-r lg:pr-4">
        <h3 className="mb-1.5 font-medium text-ink-3 text-xs">{t('customer')}</h3>
        <LightMarkdown text={stripMarks(draft, draft)} lang={language} />
        {hasMarkdown(answer) && <p className="mt-2 text-ink-3 text-xs">{t('plainText')}</p>}
      </section>
      <section aria-label={t('draft')} className="border-b py-3 lg:pl-4">
        <h3 className="mb-1.5 font-medium text-ink-3 text-xs">{t('draft')}</h3>
        <CitedText text={draft} lang={language} />
      </section>
    </div>
  )
}
