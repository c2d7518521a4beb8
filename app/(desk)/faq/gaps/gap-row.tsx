import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Gap } from '@/lib/faq/gaps/list-gaps'
import { cn } from '../../../_components/cn'
import { LinkWait } from '../../../_components/link-wait'
import { Tag } from '../../../_components/tag'
import { useDuration } from './use-duration'

/** What is asked and what it costs; below, how often and how long each time. */
export function GapRow({ gap, href, isOpen }: { gap: Gap; href: string; isOpen: boolean }) {
  const t = useTranslations('faqGaps')
  const duration = useDuration()
  const asked = t('asked', { n: gap.questions.length })
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        data-gap={gap.id}
        aria-current={isOpen ? 'true' : undefined}
        className={cn(
          'relative flex h-13 flex-col justify-center gap-px border-b px-3.5 text-sm focus-visible:-outline-offset-2',
          isOpen ? 'bg-accent-bg' : 'hover:bg-sunk',
        )}
      >
        <LinkWait />
        <span className="flex items-baseline gap-2">
          <span lang={gap.language} className="min-w-0 grow truncate font-medium">
            {gap.question}
          </span>
          <span className={cn('shrink-0', gap.handlingMs === null ? 'text-ink-3' : 'text-ink-2')}>
            {gap.handlingMs === null && '≈ '}
            {duration(gap.minutes * 60_000)}
          </span>
        </span>
        <span className="flex items-center gap-2 text-ink-3">
          <span className="min-w-0 grow truncate">
            {gap.handlingMs === null ? `${asked} · ${t('notReplied')}` : `${asked} × ${duration(gap.handlingMs)}`}
          </span>
          {gap.rule && <Tag className="-my-px">{t(`ruleStates.${gap.rule.status}`)}</Tag>}
        </span>
      </Link>
    </li>
  )
}
