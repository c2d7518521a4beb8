import { makeLink } from '@/lib/auth/account-links'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { releaseTickets } from '@/lib/tickets/release-tickets'
import type { Role } from '@/prisma/generated/enums'

type Person = { id: string; email: string; role: Role; disabledAt: Date | null }

/**
 * A person, held together with all admins until the transaction ends: of two admins who demote each other, the second is refused.
 * @throws AppError not_found
 */
async function takePerson(tx: Tx, id: string): Promise<Person> {
  await tx.$queryRaw`select id from user_account where role = 'admin' or id = ${id}::uuid order by id for update`
  const person = await tx.user.findUnique({ where: { id }, select: { id: true, email: true, role: true, disabledAt: true } })
  if (!person) throw new AppError('not_found', 'This person is not here any more.')
  return person
}

/** @throws AppError conflict, `details.reason: last_admin` */
async function keepAnAdmin(tx: Tx, { id, role, disabledAt }: Person): Promise<void> {
  if (role !== 'admin' || disabledAt) return
  const others = await tx.user.count({ where: { role: 'admin', disabledAt: null, id: { not: id } } })
  if (others === 0) throw new AppError('conflict', 'The last admin cannot go.', { details: { reason: 'last_admin' } })
}

/** @throws AppError not_found, conflict (`last_admin`) */
export async function changeRole(admin: Agent, id: string, role: Role): Promise<void> {
  await db().$transaction(async (tx) => {
    const person = await takePerson(tx, id)
    if (person.role === role) return
    if (role !== 'admin') await keepAnAdmin(tx, person)
    await tx.user.update({ where: { id }, data: { role }, select: { id: true } })
    await recordAudit(tx, { actorId: admin.id, action: 'user.change_role', subjectId: id, details: { from: person.role, to: role } })
  })
}

/**
 * Closes an account: its sessions end at once and its links stop working; what its person wrote stays. Their tickets that are not resolved stay
 * theirs or go back to everybody.
 * @throws AppError not_found, conflict (`last_admin`, or `yourself`)
 */
export async function disablePerson(admin: Agent, id: string, tickets: 'keep' | 'release'): Promise<void> {
  if (admin.id === id) throw new AppError('conflict', 'Nobody closes their own account.', { details: { reason: 'yourself' } })
  await db().$transaction(async (tx) => {
    const person = await takePerson(tx, id)
    if (person.disabledAt) return
    await keepAnAdmin(tx, person)
    const now = new Date()
    await tx.user.update({ where: { id }, data: { disabledAt: now }, select: { id: true } })
    await tx.session.deleteMany({ where: { userId: id } })
    await tx.accountLink.updateMany({ where: { userId: id, usedAt: null, revokedAt: null }, data: { revokedAt: now } })
    const released = tickets === 'release' ? await releaseTickets(tx, id, admin) : 0
    await recordAudit(tx, { actorId: admin.id, action: 'user.disable', subjectId: id, details: { tickets, released } })
  })
}

/** Opens an account again, with the password it had. @throws AppError not_found */
export async function enablePerson(admin: Agent, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const person = await takePerson(tx, id)
    if (!person.disabledAt) return
    await tx.user.update({ where: { id }, data: { disabledAt: null }, select: { id: true } })
    await recordAudit(tx, { actorId: admin.id, action: 'user.enable', subjectId: id })
  })
}

/**
 * A link with which somebody chooses a new password; until they do, the old one stays.
 * @throws AppError not_found, conflict (`disabled`), rate_limited
 */
export async function createPasswordLink(admin: Agent, id: string): Promise<{ token: string; expiresAt: Date }> {
  await limitRate({ key: `invite:${admin.id}`, limit: 60, windowSeconds: 60 * 60 })
  return db().$transaction(async (tx) => {
    const { email, disabledAt } = await takePerson(tx, id)
    if (disabledAt) throw new AppError('conflict', 'This account is closed.', { details: { reason: 'disabled' } })
    const { id: linkId, ...link } = await makeLink(tx, { kind: 'password', email, userId: id, createdById: admin.id })
    await recordAudit(tx, { actorId: admin.id, action: 'user.create_password_link', subjectId: id, details: { linkId } })
    return link
  })
}
