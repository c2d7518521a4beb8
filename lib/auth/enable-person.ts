import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { takePerson } from '@/lib/auth/take-person'
import { db } from '@/lib/db'

/** Opens an account again, with the password it had. @throws AppError not_found */
export async function enablePerson(admin: Agent, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const person = await takePerson(tx, id)
    if (!person.disabledAt) return
    await tx.user.update({ where: { id }, data: { disabledAt: null }, select: { id: true } })
    await recordAudit(tx, { actorId: admin.id, action: 'user.enable', subjectId: id })
  })
}
