import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ClosedGap } from '@/lib/faq/gaps/list-gaps'

/** What is no gap any more, and the rule that answers it now. */
export function AnsweredGap({ gap: { question, language, count, rule } }: { gap: ClosedGap }) {
  const t = useTranslations('faqGaps')
  return (
    <li className="py-1">
      <span className="flex items-baseline gap-2">
        <span lang={language} className="min-w-0 grow truncate text-ink-2 text-sm">
          {question}
        </span>
        <span className="shrink-0">{t('asked', { n: count })}</span>
      </span>
      {rule && (
        <Link
          href={`/faq?rule=${rule.id}`}
          lang={language}
          aria-label={t('answeredBy', { title: rule.question })}
          className="block truncate rounded-sm leading-6 hover:text-ink-2 hover:underline hover:underline-offset-3"
        >
          {t('answeredBy', { title: rule.question })}
        </Link>
      )}
    </li>
  )
}
