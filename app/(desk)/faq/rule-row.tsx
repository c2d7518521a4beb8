import { Check } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import { cn } from '../../_components/cn'
import { LinkWait } from '../../_components/link-wait'
import { Tag } from '../../_components/tag'
import type { RuleItem } from './rule-item'

type RuleRowProps = { rule: RuleItem; href: string; isOpen: boolean; isChosen: boolean; onChoose?: (isRange: boolean) => void }

/** The question, and below it what the rule belongs to and what came of it. Published is the rule; only other states are said. */
export function RuleRow({ rule, href, isOpen, isChosen, onChoose }: RuleRowProps) {
  const t = useTranslations('faq')
  const list = useTranslations('faqList')
  const format = useFormatter()
  const now = useNow().toISOString()
  const validity = rule.validUntil && rule.validUntil <= now ? t('expired') : rule.validFrom && rule.validFrom > now ? t('notYet') : null
  const isUsed = rule.status === 'published' && validity === null
  const { hit, sent, sentAsIs } = rule
  return (
    <div className={cn('group relative flex h-13 border-b', isOpen ? 'bg-accent-bg' : isChosen ? 'bg-sunk' : 'hover:bg-sunk')}>
      {onChoose && (
        // The whole end of the row can be hit; what is seen is smaller.
        <span className="relative w-9.5 shrink-0">
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={list('choose', { question: rule.question })}
            className="peer absolute inset-0 z-1 size-full cursor-default opacity-0"
            onChange={(event) => onChoose(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
          />
          <span
            aria-hidden
            className="absolute top-2.5 left-3.5 grid size-4 place-items-center rounded-sm border border-control bg-pane text-on-accent peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2"
          >
            {isChosen && <Check className="size-3" strokeWidth={3} />}
          </span>
        </span>
      )}
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={isOpen ? 'true' : undefined}
        className={cn(
          'flex min-w-0 grow flex-col justify-center gap-px pr-3.5 text-sm focus-visible:-outline-offset-2',
          onChoose ? 'pl-2' : 'pl-3.5',
        )}
      >
        <LinkWait />
        <span className="flex items-center gap-2">
          <span lang={rule.language} className={cn('min-w-0 grow truncate', isUsed ? 'font-medium' : 'text-ink-2')}>
            {rule.question}
          </span>
          {validity && <Tag>{validity}</Tag>}
          {rule.status !== 'published' && <Tag>{t(`statuses.${rule.status}`)}</Tag>}
          {hit && (
            <span
              title={list(hit.reachesFloor ? 'hit' : 'nearMiss')}
              className={cn('shrink-0', hit.reachesFloor ? 'text-teal' : 'text-ink-3')}
            >
              {hit.reachesFloor ? '' : '≈ '}
              {format.number(hit.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
            </span>
          )}
        </span>
        <span className="flex gap-2 text-ink-3">
          <span className="min-w-0 grow truncate" lang={rule.language}>
            {rule.category || t('noCategory')} · {rule.answer}
          </span>
          {sent > 0 && (
            <span className="shrink-0" title={list('usageTitle', { sent, asIs: sentAsIs, edited: sent - sentAsIs })}>
              {list('usage', { sent, share: format.number(sentAsIs / sent, { style: 'percent' }) })}
            </span>
          )}
        </span>
      </Link>
    </div>
  )
}
