import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SentSentence } from '@/lib/faq/collect-sentences'
import { cn } from '../../_components/cn'

/** Tickets named behind a sentence; more of them prove nothing more. */
const MAX_TICKETS = 6

type SentenceListProps = { sentences: SentSentence[]; language: string; answer?: string }

/** Sentences that agents sent, each with the tickets it was sent in; those no longer in `answer` step back. */
export function SentenceList({ sentences, language, answer }: SentenceListProps) {
  const t = useTranslations('faqGaps')
  return (
    <ul className="border-t">
      {sentences.map(({ text, tickets }) => {
        const isGone = answer !== undefined && !answer.includes(text)
        return (
          <li key={text} className="flex items-baseline gap-3 border-b py-2">
            <span lang={language} className={cn('wrap-anywhere min-w-0 grow text-pretty', isGone && 'text-ink-3')}>
              {text}
              {isGone && <span className="ml-2 whitespace-nowrap text-xs">{t('sources.gone')}</span>}
            </span>
            <span className="flex shrink-0 gap-1.5 text-sm">
              {tickets.slice(0, MAX_TICKETS).map(({ id, number }) => (
                <Link key={id} href={`/tickets/${id}`} aria-label={t('ticket', { n: number })} className="text-accent hover:underline">
                  #{number}
                </Link>
              ))}
              {tickets.length > MAX_TICKETS && <span className="text-ink-3">+{tickets.length - MAX_TICKETS}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
