'use client'

import { Bell as BellIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '../_components/button'
import { Popover, PopoverContent, PopoverTrigger } from '../_components/popover'
import { Tooltip } from '../_components/tooltip'
import { useHotkeys } from '../_components/use-hotkeys'
import { NotificationLine } from './notification-line'
import { useNotifications } from './use-notifications'

/** Narrower than the breakpoint `md` (app/globals.css). */
const PHONE_PX = 720

/** What one should know of: how much is unread, and on request the list. */
export function Bell({ agentId, initialUnread }: { agentId: string; initialUnread: number }) {
  const t = useTranslations('notifications')
  const common = useTranslations('common')
  const [isOpen, setOpen] = useState(false)
  // On a phone the bell stands in the bar at the foot, with no room at either side.
  const [side, setSide] = useState<'right' | 'top'>('right')
  const { items, unread, hasFailed, load, mark } = useNotifications(agentId, initialUnread)
  const list = useRef<HTMLUListElement>(null)
  const open = (next: boolean) => {
    setOpen(next)
    if (!next) return
    setSide(window.innerWidth < PHONE_PX ? 'top' : 'right')
    void load()
  }
  useHotkeys({
    b: (event) => {
      event.preventDefault()
      open(true)
    },
  })
  const move = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const at = lines.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: lines.length - 1 }[event.key]
    if (next === undefined || lines.length === 0) return
    event.preventDefault()
    lines[Math.min(Math.max(next, 0), lines.length - 1)]?.focus()
  }
  const label = unread > 0 ? t('bellUnread', { n: unread }) : t('bell')
  return (
    <Popover open={isOpen} onOpenChange={open}>
      <Tooltip label={label} side="right">
        <PopoverTrigger asChild>
          <button
            type="button"
            aria-label={label}
            className="relative grid size-9 place-items-center rounded-md text-ink-3 transition-colors hover:text-ink"
          >
            <BellIcon className="size-4.5" strokeWidth={1.6} />
            {unread > 0 && (
              <span
                aria-hidden="true"
                className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center font-medium text-2xs text-on-accent leading-4"
              >
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </button>
        </PopoverTrigger>
      </Tooltip>
      <PopoverContent side={side} align="end" className="w-[min(24rem,calc(100vw-1rem))] p-0" aria-label={t('title')} onKeyDown={move}>
        <header className="flex h-11 items-center border-b pr-2 pl-3.5">
          <h2 className="grow font-semibold">{t('title')}</h2>
          {unread > 0 && (
            <Button variant="quiet" size="small" onClick={() => void mark('all')}>
              {t('markAll')}
            </Button>
          )}
        </header>
        {items && items.length > 0 ? (
          <ul ref={list} className="max-h-[min(28rem,70vh)] overflow-y-auto p-1">
            {items.map((item) => (
              <NotificationLine
                key={item.id}
                item={item}
                onOpen={() => {
                  setOpen(false)
                  if (!item.readAt) void mark({ id: item.id })
                }}
              />
            ))}
          </ul>
        ) : (
          <div role="status" className="flex flex-col items-center gap-3 p-6 text-center text-ink-3 text-sm">
            {t(hasFailed ? 'failed' : items ? 'empty' : 'loading')}
            {hasFailed && (
              <Button size="small" onClick={() => void load()}>
                {common('retry')}
              </Button>
            )}
          </div>
        )}
      </PopoverContent>
    </Popover>
  )
}
