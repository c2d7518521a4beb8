import { isOpen } from '@/lib/auth/account-links'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const personSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  createdAt: true,
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
  _count: { select: { assignedTickets: { where: { status: { in: ['open', 'waiting'] } } } } },
} satisfies Prisma.UserSelect

const inviteSelect = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  createdBy: { select: { name: true } },
} satisfies Prisma.AccountLinkSelect

type Row = Prisma.UserGetPayload<{ select: typeof personSelect }>
export type PersonItem = Omit<Row, 'sessions' | '_count'> & {
  /** Within five minutes; null for who has no session any more. */
  lastSeenAt: Date | null
  /** Tickets in their hands that are not resolved. */
  tickets: number
}
export type InviteItem = Prisma.AccountLinkGetPayload<{ select: typeof inviteSelect }>

/** Everybody who has an account, those who have left last, and the invitations that still work. */
export async function listPeople(): Promise<{ people: PersonItem[]; invites: InviteItem[] }> {
  const [rows, invites] = await Promise.all([
    db().user.findMany({ select: personSelect, orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }], take: 1_000 }),
    db().accountLink.findMany({ where: { kind: 'invite', ...isOpen() }, select: inviteSelect, orderBy: { createdAt: 'desc' }, take: 200 }),
  ])
  const people = rows.map(({ sessions, _count, ...person }) => ({
    ...person,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    tickets: _count.assignedTickets,
  }))
  return { people, invites }
}
