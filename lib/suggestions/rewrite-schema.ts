import { z } from 'zod'
import { MAX_REPLY_CHARACTERS } from '@/lib/tickets/schema'
import { RewriteAction } from '@/prisma/generated/enums'

const MAX_INSTRUCTION_CHARACTERS = 300

/** Why a rewrite was not shown; the agent's text was left alone. */
const rewriteCauses = [
  'timeout',
  'unreachable',
  'busy',
  'breaker_open',
  'loop',
  'ungrounded',
  'unchanged',
  'not_shorter',
  'too_long',
  'bad_output',
] as const
export type RewriteCause = (typeof rewriteCauses)[number]

export const rewriteRequestSchema = z
  .object({
    ticketId: z.uuid(),
    action: z.enum(RewriteAction),
    /** What the agent wants, in one line; with `instruct` alone. */
    instruction: z.string().trim().max(MAX_INSTRUCTION_CHARACTERS).default(''),
    /** As it stands in the box. */
    text: z.string().max(MAX_REPLY_CHARACTERS),
    /** The draft it was made from: its rules are given to the model. */
    suggestionId: z.uuid().nullish(),
  })
  .refine(({ action, instruction }) => (action === 'instruct') === (instruction !== ''), {
    path: ['instruction'],
    error: 'goes with instruct, and instruct with it',
  })
  .refine(({ action, text }) => action === 'instruct' || text.trim() !== '', { path: ['text'], error: 'must not be empty' })
export type RewriteRequest = z.output<typeof rewriteRequestSchema>
