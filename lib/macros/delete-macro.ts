import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { auditShared, takeMacro } from '@/lib/macros/write-macro'

/** @throws AppError not_found, forbidden */
export async function deleteMacro(agent: Agent, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const macro = await takeMacro(tx, agent, id)
    await tx.macro.delete({ where: { id } })
    if (macro.ownerId === null) await auditShared(tx, agent, 'macro.delete', macro)
  })
}
