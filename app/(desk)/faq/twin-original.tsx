import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Rule } from '@/lib/faq/schema'

/** While its twin is being written: what the rule says, to be said in the other language. */
export function TwinOriginal({ rule }: { rule: Rule }) {
  const t = useTranslations('faqEditor.twin')
  return (
    <section aria-label={t('original')} className="mt-2 border-t pt-4">
      <h2 className="font-semibold text-ink-2 text-sm">{t('original')}</h2>
      <p className="mb-2 text-ink-3 text-xs">{t('originalHint')}</p>
      <Link href={`/faq?rule=${rule.id}`} lang={rule.language} className="text-accent hover:underline">
        {rule.question}
      </Link>
      <p lang={rule.language} className="mt-1 whitespace-pre-wrap text-ink-2 wrap-anywhere">
        {rule.answer}
      </p>
      {rule.variants.length > 0 && (
        <p lang={rule.language} className="mt-1 text-ink-3 text-sm">
          {rule.variants.join(' · ')}
        </p>
      )}
    </section>
  )
}
