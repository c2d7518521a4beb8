'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '../../../_components/cn'
import { RungChip } from '../../../_components/rung-chip'
import type { QueueItem } from './queue-item'
import { ShortTime } from './short-time'

type QueueRowProps = { item: QueueItem; href: string; isOpen: boolean; onOpen: () => void }

/** Two lines: who and when; the last words and where the draft came from. */
export function QueueRow({ item, href, isOpen, onOpen }: QueueRowProps) {
  const t = useTranslations('queue')
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        onNavigate={onOpen}
        data-ticket={item.id}
        aria-current={isOpen ? 'true' : undefined}
        className={cn(
          'grid h-13 grid-cols-[14px_minmax(0,1fr)_auto] gap-x-1 border-b py-2 pr-3.5 pl-2 text-sm focus-visible:-outline-offset-2',
          isOpen ? 'bg-accent-bg' : 'hover:bg-sunk',
        )}
      >
        {item.isUnread ? <span role="img" aria-label={t('unread')} className="mt-1.5 size-1.75 rounded-full bg-accent" /> : <span />}
        <span className="truncate font-medium">
          {item.who ?? t('anonymous')} <span className="font-normal text-ink-3">#{item.number}</span>
        </span>
        <span className="justify-self-end text-ink-3 text-xs">
          <ShortTime at={item.activeAt} />
        </span>
        <span lang={item.language} className="col-start-2 truncate text-ink-3">
          {item.lastWords}
        </span>
        <span className="justify-self-end">
          <DraftMark item={item} isOpen={isOpen} />
        </span>
      </Link>
    </li>
  )
}

function DraftMark({ item: { draft, isGap }, isOpen }: { item: QueueItem; isOpen: boolean }) {
  const t = useTranslations('rung')
  if (!draft) return null
  if (draft.status === 'pending' || draft.status === 'running') return <span className="text-[11.5px] text-ink-3">{t('drafting')}</span>
  if (draft.status === 'failed') return <span className="text-[11.5px] text-amber">{t('failed')}</span>
  if (draft.status !== 'ready' || !draft.rung) return null
  return <RungChip rung={isGap ? 'holding' : draft.rung} className={cn(isOpen && draft.rung === 'model' && 'bg-pane')} />
}
