import Link from 'next/link'
import { useNow, useTranslations } from 'next-intl'
import type { Rule } from '@/lib/faq/schema'
import { cn } from '../../_components/cn'
import { Tag } from '../../_components/tag'

/** The question, and below it what the rule belongs to. Published is the rule; only other states are said. */
export function RuleRow({ rule, href, isOpen }: { rule: Rule; href: string; isOpen: boolean }) {
  const t = useTranslations('faq')
  const now = useNow()
  const validity = rule.validUntil && rule.validUntil <= now ? t('expired') : rule.validFrom && rule.validFrom > now ? t('notYet') : null
  const isUsed = rule.status === 'published' && validity === null
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={isOpen ? 'true' : undefined}
        className={cn(
          'flex h-13 flex-col justify-center gap-px border-b px-3.5 text-sm focus-visible:-outline-offset-2',
          isOpen ? 'bg-accent-bg' : 'hover:bg-sunk',
        )}
      >
        <span className="flex items-center gap-2">
          <span lang={rule.language} className={cn('min-w-0 grow truncate', isUsed ? 'font-medium' : 'text-ink-2')}>
            {rule.question}
          </span>
          {validity && <Tag>{validity}</Tag>}
          {rule.status !== 'published' && <Tag>{t(`statuses.${rule.status}`)}</Tag>}
        </span>
        <span className="truncate text-ink-3" lang={rule.language}>
          {rule.category || t('noCategory')} · {rule.answer}
        </span>
      </Link>
    </li>
  )
}
