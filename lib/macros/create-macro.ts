import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type MacroForm, macroSchema } from '@/lib/macros/schema'
import { auditShared, requireKeeper } from '@/lib/macros/write-macro'

/** More than anybody finds their way in; the list is read whole. */
const MAX_MACROS = 500

/**
 * Saves a reply for later, for oneself or for everybody.
 * @throws AppError forbidden (everybody's, by an agent), conflict (`details.reason: too_many`); ZodError
 */
export async function createMacro(agent: Agent, input: MacroForm): Promise<{ id: string }> {
  const { isShared, ...macro } = macroSchema.parse(input)
  const ownerId = isShared ? null : agent.id
  requireKeeper(agent, ownerId)
  return db().$transaction(async (tx) => {
    if ((await tx.macro.count({ where: { ownerId } })) >= MAX_MACROS) {
      throw new AppError('conflict', `There are ${MAX_MACROS} macros already.`, { details: { reason: 'too_many' } })
    }
    const created = await tx.macro.create({ data: { ...macro, ownerId }, select: { id: true } })
    if (isShared) await auditShared(tx, agent, 'macro.create', { id: created.id, title: macro.title })
    return created
  })
}
