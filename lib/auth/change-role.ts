import { keepAnAdmin } from '@/lib/auth/keep-an-admin'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { takePerson } from '@/lib/auth/take-person'
import { db } from '@/lib/db'
import type { Role } from '@/prisma/generated/enums'

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
