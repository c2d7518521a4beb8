import { recordAudit } from '@/lib/auth/record-audit'
import { type Agent, nameSchema } from '@/lib/auth/schema'
import { db } from '@/lib/db'

/** Changes one's own name. @throws ZodError */
export async function changeName(agent: Agent, input: { name: string }): Promise<void> {
  const { name } = nameSchema.parse(input)
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: agent.id }, data: { name }, select: { id: true } })
    await recordAudit(tx, { actorId: agent.id, action: 'user.change_name', subjectId: agent.id })
  })
}
