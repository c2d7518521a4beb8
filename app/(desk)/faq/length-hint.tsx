'use client'

import { useTranslations } from 'next-intl'
import { countWords } from '@/lib/suggestions/grounding/text-terms'
import type { Language } from '@/prisma/generated/enums'
import { cn } from '../../_components/cn'

/** What still fits a reply of 100 with its greeting and closing, once a model has put it shorter. */
const ADVISED: Record<Language, number> = { zh: 150, en: 120 }

/** How long the answer is, as the limits of a reply count, and what happens to a longer one. */
export function LengthHint({ answer, language }: { answer: string; language: Language }) {
  const t = useTranslations('faqEditor.length')
  const n = countWords(answer)
  const isLong = n > ADVISED[language]
  return (
    <p className={cn('mt-0.5 text-xs', isLong ? 'text-amber' : 'text-ink-3')}>
      {t(language, { n })} · {t(isLong ? `${language}Long` : `${language}Advice`, { most: ADVISED[language] })}
    </p>
  )
}
