import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { type MacroForm, macroSchema } from '@/lib/macros/schema'
import { auditShared, requireKeeper, takeMacro } from '@/lib/macros/write-macro'

/** @throws AppError not_found, forbidden; ZodError */
export async function updateMacro(agent: Agent, id: string, input: MacroForm): Promise<void> {
  const { isShared, ...macro } = macroSchema.parse(input)
  const ownerId = isShared ? null : agent.id
  requireKeeper(agent, ownerId)
  await db().$transaction(async (tx) => {
    const before = await takeMacro(tx, agent, id)
    await tx.macro.update({ where: { id }, data: { ...macro, ownerId }, select: { id: true } })
    if (isShared || before.ownerId === null) await auditShared(tx, agent, 'macro.update', { id, title: macro.title })
  })
}
