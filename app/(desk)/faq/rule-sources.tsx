import { useTranslations } from 'next-intl'
import type { SentSentence } from '@/lib/faq/collect-sentences'
import type { Rule } from '@/lib/faq/schema'
import { SentenceList } from './sentence-list'

/** Of a rule begun from a gap: who said its sentences first. */
export function RuleSources({ rule, sentences }: { rule: Rule; sentences: SentSentence[] }) {
  const t = useTranslations('faqGaps.sources')
  if (sentences.length === 0) return null
  return (
    <section className="mt-2 border-t pt-4">
      <h2 className="font-semibold text-ink-2 text-sm">{t('title')}</h2>
      <p className="mb-2 text-ink-3 text-xs">{t('hint')}</p>
      <SentenceList sentences={sentences} language={rule.language} answer={rule.answer} />
    </section>
  )
}
