import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  kind: true,
  readAt: true,
  createdAt: true,
  actor: { select: { name: true } },
  ticket: { select: { id: true, number: true, subject: true, language: true } },
} satisfies Prisma.NotificationSelect

export type NotificationItem = Prisma.NotificationGetPayload<{ select: typeof select }>
export type Notifications = { items: NotificationItem[]; unread: number }

/** As many as one looks through. */
const LISTED = 50

/** What an agent should know of, the newest first, and how much of it is unread. */
export async function listNotifications(agent: { id: string }): Promise<Notifications> {
  const [items, unread] = await Promise.all([
    db().notification.findMany({ where: { userId: agent.id }, select, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: LISTED }),
    countUnread(agent),
  ])
  return { items, unread }
}

export function countUnread(agent: { id: string }): Promise<number> {
  return db().notification.count({ where: { userId: agent.id, readAt: null } })
}
