import { z } from 'zod'

const place = z.number().int().min(0)

/** Why a sentence is not (fully) backed by the rules. */
const groundingProblems = [
  'uncited',
  'unknown_citation',
  'number',
  'promise',
  'no_overlap',
  'contact',
  'condition',
  'incomplete',
  'contradiction',
  'addition',
] as const

const groundedSentenceSchema = z.object({
  text: z.string(),
  /** Place in the suggestion's text, with its citation marks. */
  start: place,
  end: place,
  /** Greetings, apologies, thanks, handing over: they state nothing and need no rule. */
  kind: z.enum(['courtesy', 'statement']),
  isSupported: z.boolean(),
  /** The span of the rule's answer that backs it; absent for courtesy and for what only repeats the ticket. */
  support: z.object({ position: z.number().int(), ruleId: z.string(), start: place, end: place, text: z.string() }).optional(),
  /** Its own marks, or those of the next sentence that has some. */
  citations: z.array(z.number().int()),
  /** `uncited` alone leaves a sentence supported: a rule says so, only the mark is missing. */
  problem: z.enum(groundingProblems).optional(),
  /** The words at fault: a number, a promise, a link, a mark, a condition. */
  detail: z.string().optional(),
})

export const groundingSchema = z.object({
  sentences: z.array(groundedSentenceSchema),
  /** Every sentence is supported. */
  isGrounded: z.boolean(),
})

export type GroundedSentence = z.infer<typeof groundedSentenceSchema>
export type Grounding = z.infer<typeof groundingSchema>
