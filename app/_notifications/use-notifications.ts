'use client'

import { useCallback, useState } from 'react'
import type { Notifications } from '@/lib/notifications/list-notifications'
import { useLiveEvents } from '../_live/live-provider'
import { markReadAction } from './actions'

/** Dates come as text. */
type Listed = Omit<Notifications, 'items'> & {
  items: (Omit<Notifications['items'][number], 'createdAt' | 'readAt'> & { createdAt: string; readAt: string | null })[]
}
export type ListedNotification = Listed['items'][number]

/** The person's notifications, kept up to date; read when the list is first opened, the number of unread ones from the start. */
export function useNotifications(agentId: string, initialUnread: number) {
  const [listed, setListed] = useState<Listed | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const load = useCallback(async () => {
    try {
      const response = await fetch('/api/notifications')
      if (!response.ok) throw new Error(`The list answered ${response.status}.`)
      setListed((await response.json()) as Listed)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [])
  useLiveEvents((event) => {
    if (event.kind === 'resync' || (event.kind === 'notification' && event.userId === agentId)) void load()
  })
  const mark = useCallback(
    async (which: 'all' | { id: string }) => {
      const isMeant = ({ id }: ListedNotification) => which === 'all' || id === which.id
      const now = new Date().toISOString()
      // Shown at once; the event that follows brings what is so.
      setListed(
        (old) =>
          old && {
            items: old.items.map((item) => (isMeant(item) && !item.readAt ? { ...item, readAt: now } : item)),
            unread: which === 'all' ? 0 : old.unread - old.items.filter((item) => isMeant(item) && !item.readAt).length,
          },
      )
      await markReadAction(which).catch(() => load())
    },
    [load],
  )
  // The layout does not render again when one moves about, so its number is only where one begins.
  const unread = listed?.unread ?? initialUnread
  return { items: listed?.items ?? null, unread, hasFailed, load, mark }
}
