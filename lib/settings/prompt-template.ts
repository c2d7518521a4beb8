import { z } from 'zod'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'
import { publish } from '@/lib/events'
import { currentModel } from '@/lib/inference/current-model'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import { systemRoom } from '@/lib/suggestions/prompt-room'
import type { Prisma } from '@/prisma/generated/client'
import { Language, Role } from '@/prisma/generated/enums'

/** More than any context we know leaves room for. */
export const MAX_PROMPT_CHARACTERS = 8_000
const part = z.string().trim().min(1).max(MAX_PROMPT_CHARACTERS)
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
 * @param basedOn the version that the admin had before their eyes
 * @throws AppError forbidden; conflict when another one is in force by now (`details.version`); unprocessable when the model's context leaves no
 *   room for a question beside it (`details.reason`: `too_long_zh`, `too_long_en`); ZodError
 */
export async function savePromptTemplate(agent: Agent, input: PromptTemplateInput, basedOn: number): Promise<PromptTemplate> {
  requireAdminRole(agent)
  const parts = promptTemplateSchema.parse(input)
  await requireRoom(parts)
  return addPromptTemplate(agent, { parts, basedOn, action: 'prompt.update' })
}

/**
 * Puts the text of an earlier version into force, as a new version.
 * @throws AppError forbidden, not_found, and as savePromptTemplate
 */
export async function restorePromptTemplate(agent: Agent, version: number, basedOn: number): Promise<PromptTemplate> {
  requireAdminRole(agent)
  const stored = await db().promptTemplate.findUnique({ where: { version }, select })
  const found = stored ?? (version === defaultPrompt.version ? defaultPrompt : null)
  if (!found) throw new AppError('not_found', 'There is no such version of the prompt.')
  const { zh, en } = found
  await requireRoom({ zh, en })
  return addPromptTemplate(agent, { parts: { zh, en }, basedOn, action: 'prompt.restore', from: version })
}

type Addition = { parts: PromptTemplateInput; basedOn: number; action: string; from?: number }

async function addPromptTemplate(agent: Agent, { parts, basedOn, action, from }: Addition): Promise<PromptTemplate> {
  const current = await currentPromptTemplate()
  if (current.version !== basedOn) throw changedMeanwhile(current.version)
  const version = current.version + 1
  try {
    return await db().$transaction(async (tx) => {
      const saved = await tx.promptTemplate.create({ data: { ...parts, version, authorId: agent.id }, select })
      const details = from === undefined ? {} : { from }
      await recordAudit(tx, { actorId: agent.id, action, subjectId: String(version), details })
      await publish(tx, { kind: 'settings' })
      return saved
    })
  } catch (cause) {
    if (isUniqueClash(cause)) throw changedMeanwhile(version, cause)
    throw cause
  }
}

function changedMeanwhile(version: number, cause?: unknown): AppError {
  return new AppError('conflict', 'Somebody else has saved another version meanwhile.', { cause, details: { version } })
}

function requireAdminRole(agent: Agent): void {
  if (agent.role !== Role.admin) throw new AppError('forbidden', 'Only an admin can change the prompt.')
}

/** While no model can be reached nobody knows its context, and the general limit is all there is. */
async function requireRoom(parts: PromptTemplateInput): Promise<void> {
  const model = await currentModel()
  for (const language of Object.values(Language)) {
    const room = systemRoom(model?.contextSize ?? null, language)
    if (model && parts[language].length > room) {
      const reason = `too_long_${language}`
      throw new AppError('unprocessable', `${model.name} has room for ${room} characters of it.`, { details: { reason } })
    }
  }
}
