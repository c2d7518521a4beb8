import { db } from '@/lib/db'
import type { GroundedSentence, Grounding } from '@/lib/suggestions/grounding/grounding-schema'
import type { ModelRun, RuleGiven } from '@/lib/suggestions/ladder-types'
import type { RewriteCause } from '@/lib/suggestions/rewrite-schema'
import type { Prisma } from '@/prisma/generated/client'
import type { Language, RewriteAction, RewriteStatus } from '@/prisma/generated/enums'

type RewriteToSave = {
  ticketId: string
  agentId: string
  suggestionId: string | null
  action: RewriteAction
  instruction: string | null
  status: RewriteStatus
  cause?: RewriteCause
  fromText: string
  text?: string
  language: Language
  grounding?: Grounding
  rules?: RuleGiven[]
  ms: number
} & Partial<Omit<ModelRun, 'text'> & { modelText: string }>

/** What the agent's page is told. */
export type SavedRewrite = {
  id: string
  action: RewriteAction
  status: RewriteStatus
  cause: RewriteCause | null
  text: string
  sentences: GroundedSentence[]
  /** The rules that the model was given, for a text that began from no draft. */
  rules: RuleGiven[]
  model: string | null
  ms: number
}

/** Stores what came of a rewrite, and what is needed to run it again. */
export async function saveRewrite({ rules = [], grounding, prompt, ...row }: RewriteToSave): Promise<SavedRewrite> {
  const { id } = await db().rewrite.create({
    data: {
      ...row,
      grounding: grounding as unknown as Prisma.InputJsonValue | undefined,
      prompt: prompt as unknown as Prisma.InputJsonValue | undefined,
    },
    select: { id: true },
  })
  const { action, status, cause = null, text = '', model = null, ms } = row
  return { id, action, status, cause, text, sentences: grounding?.sentences ?? [], rules, model, ms }
}
