'use client'

import { BookOpen, ChartColumn, Inbox, type LucideIcon, Search, Send, Settings } from 'lucide-react'
import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Agent } from '@/lib/auth/schema'
import type { Theme } from '@/lib/i18n/themes'
import { cn } from '../_components/cn'
import { LinkWait } from '../_components/link-wait'
import { Tooltip } from '../_components/tooltip'
import { Bell } from '../_notifications/bell'
import { AccountMenu } from './account-menu'

type Place = { segment: 'tickets' | 'faq' | 'insights' | 'settings' | 'outbox'; Icon: LucideIcon }

const PLACES: Place[] = [
  { segment: 'tickets', Icon: Inbox },
  { segment: 'faq', Icon: BookOpen },
  { segment: 'insights', Icon: ChartColumn },
]
const OUTBOX: Place = { segment: 'outbox', Icon: Send }
const SETTINGS: Place = { segment: 'settings', Icon: Settings }

type RailProps = { agent: Agent; theme: Theme; isDemo: boolean; unread: number; onShowKeys: () => void; onSearch: () => void }

/** The way to every screen: at the left, on a phone at the bottom. */
export function Rail({ agent, theme, isDemo, unread, onShowKeys, onSearch }: RailProps) {
  const t = useTranslations('shell')
  const palette = useTranslations('palette')
  const current = useSelectedLayoutSegment()
  const places = [...PLACES, ...(isDemo ? [OUTBOX] : []), SETTINGS]
  return (
    <nav
      aria-label={t('navigation')}
      className="flex w-14 shrink-0 flex-col items-center gap-1 border-r bg-sunk py-2.5 max-md:h-[calc(3rem+env(safe-area-inset-bottom))] max-md:w-full max-md:flex-row max-md:border-t max-md:border-r-0 max-md:px-3 max-md:pt-0 max-md:pb-[env(safe-area-inset-bottom)]"
    >
      <Tooltip label={palette('open')} side="right">
        <button
          type="button"
          aria-label={palette('open')}
          aria-haspopup="dialog"
          onClick={onSearch}
          className="grid size-9 place-items-center rounded-md text-ink-3 transition-colors hover:text-ink"
        >
          <Search className="size-4.5" strokeWidth={1.6} />
        </button>
      </Tooltip>
      {places.map(({ segment, Icon }) => (
        <Tooltip key={segment} label={t(segment)} side="right">
          <Link
            href={`/${segment}`}
            aria-label={t(segment)}
            aria-current={current === segment ? 'page' : undefined}
            className={cn(
              'relative grid size-9 place-items-center overflow-hidden rounded-md text-ink-3 transition-colors hover:text-ink',
              current === segment && 'bg-accent-bg text-accent hover:text-accent',
            )}
          >
            <Icon className="size-4.5" strokeWidth={1.6} />
            <LinkWait />
          </Link>
        </Tooltip>
      ))}
      <span className="grow" />
      <Bell agentId={agent.id} initialUnread={unread} />
      <AccountMenu agent={agent} theme={theme} onShowKeys={onShowKeys} />
    </nav>
  )
}
