'use client'

import { AtSign, type LucideIcon, MessageSquare, TriangleAlert, UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import type { NotificationKind } from '@/prisma/generated/enums'
import { cn } from '../_components/cn'
import type { ListedNotification } from './use-notifications'

const ICONS: Record<NotificationKind, LucideIcon> = {
  mentioned: AtSign,
  assigned: UserPlus,
  customer_replied: MessageSquare,
  delivery_failed: TriangleAlert,
}

export function NotificationLine({ item, onOpen }: { item: ListedNotification; onOpen: () => void }) {
  const t = useTranslations('notifications')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  const { kind, actor, ticket, createdAt, readAt } = item
  const Icon = ICONS[kind]
  const isUnread = readAt === null
  return (
    <li>
      <Link
        href={`/tickets/${ticket.id}?view=all`}
        onClick={onOpen}
        className="flex gap-2.5 rounded-sm px-2.5 py-2 transition-colors hover:bg-sunk focus-visible:-outline-offset-2"
      >
        <Icon aria-hidden="true" className={cn('mt-0.5 size-4 shrink-0', kind === 'delivery_failed' ? 'text-red' : 'text-ink-3')} />
        <span className="min-w-0 grow">
          <span className={cn('block text-sm', isUnread ? 'font-medium text-ink' : 'text-ink-2')}>
            {actor ? t(`by.${kind}`, { name: actor.name }) : t(`what.${kind}`)}
          </span>
          <span lang={ticket.language} className="block truncate text-ink-3 text-sm">
            #{ticket.number} {ticket.subject}
          </span>
          <time dateTime={createdAt} className="block text-ink-3 text-xs">
            {format.relativeTime(new Date(createdAt), now)}
          </time>
        </span>
        {isUnread && (
          <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t('unread')}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
