import { z } from 'zod'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'
import { publish } from '@/lib/events'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import type { Prisma } from '@/prisma/generated/client'

const part = z.string().trim().min(1).max(8_000)
/** The system part of the prompt, in both languages. */
export const promptTemplateSchema = z.object({ zh: part, en: part })
export type PromptTemplateInput = z.infer<typeof promptTemplateSchema>

const select = { version: true, zh: true, en: true } satisfies Prisma.PromptTemplateSelect
export type PromptTemplate = Prisma.PromptTemplateGetPayload<{ select: typeof select }>

/** The template in force: the newest one an admin has saved, else the one that Deskhand comes with. */
export async function currentPromptTemplate(): Promise<PromptTemplate> {
  return (await db().promptTemplate.findFirst({ select, orderBy: { version: 'desc' } })) ?? defaultPrompt
}

/**
 * Puts a new version into force; the former ones stay.
 * @throws AppError conflict when somebody saved another one at the same moment; ZodError
 */
export async function savePromptTemplate(agent: Agent, input: PromptTemplateInput): Promise<PromptTemplate> {
  const parts = promptTemplateSchema.parse(input)
  const version = (await currentPromptTemplate()).version + 1
  try {
    return await db().$transaction(async (tx) => {
      const saved = await tx.promptTemplate.create({ data: { ...parts, version, authorId: agent.id }, select })
      await recordAudit(tx, { actorId: agent.id, action: 'prompt.update', subjectId: String(version) })
      await publish(tx, { kind: 'settings' })
      return saved
    })
  } catch (cause) {
    if (isUniqueClash(cause)) throw new AppError('conflict', 'Somebody else has just saved another version.', { cause })
    throw cause
  }
}
