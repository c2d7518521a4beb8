import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { UnansweredQuestion } from '@/lib/suggestions/list-unanswered-questions'
import { MOMENT } from '../../../_components/moments'
import { useDuration } from './use-duration'

/** A customer's question, its ticket, and what an agent answered. */
export function AskedQuestion({ question }: { question: UnansweredQuestion }) {
  const t = useTranslations('faqGaps')
  const format = useFormatter()
  const duration = useDuration()
  const { ticketId, ticketNumber, askedAt, repliedAt, replyText, cause, citedRuleId, language } = question
  const facts = [
    format.dateTime(askedAt, MOMENT),
    repliedAt ? t('replied', { duration: duration(repliedAt.getTime() - askedAt.getTime()) }) : t('notReplied'),
    t(`causes.${cause}`),
  ]
  return (
    <li className="flex items-baseline gap-3 border-b py-2.5">
      <Link
        href={`/tickets/${ticketId}`}
        aria-label={t('ticket', { n: ticketNumber })}
        className="w-10 shrink-0 text-accent text-sm hover:underline"
      >
        #{ticketNumber}
      </Link>
      <div className="min-w-0 grow">
        <p lang={language} className="wrap-anywhere line-clamp-3 text-pretty">
          {question.question}
        </p>
        {replyText && (
          <p lang={language} className="wrap-anywhere mt-1 line-clamp-2 border-l-2 pl-2.5 text-ink-2 text-sm">
            {replyText}
          </p>
        )}
        <p className="mt-1 text-ink-3 text-xs">
          {facts.join(' · ')}
          {citedRuleId && (
            <>
              {' · '}
              <Link href={`/faq?rule=${citedRuleId}`} className="text-accent hover:underline">
                {t('citedRule')}
              </Link>
            </>
          )}
        </p>
      </div>
    </li>
  )
}
