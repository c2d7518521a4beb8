import { z } from 'zod'
import type { Agent } from '@/lib/auth/schema'
import { momentSchema } from '@/lib/moment'
import { cleanText, hasControls } from '@/lib/tickets/clean-text'
import type { Prisma } from '@/prisma/generated/client'
import { Language, RuleStatus } from '@/prisma/generated/enums'

const line = (max: number) =>
  z
    .string()
    .overwrite((text) => cleanText(text).replace(/\s+/g, ' '))
    .max(max)
const filledLine = (max: number) => line(max).min(1)
const moment = z
  .union([z.date(), momentSchema], { error: 'must be a moment with its time zone, such as 2026-02-03T09:00:00+08:00' })
  .nullable()

const fields = {
  question: filledLine(300),
  /** Other ways to ask the same, as customers put it. */
  variants: z.array(filledLine(300)).max(50).overwrite(distinct),
  answer: z.string().overwrite(cleanText).min(1).max(4_000),
  category: line(60),
  tags: z.array(filledLine(40)).max(20).overwrite(distinct),
  /** The one thing it is about, such as a hotel or a product: it answers where that is named. Empty for a rule about all of them. */
  entity: line(120),
  language: z.enum(Language),
  status: z.enum(RuleStatus),
  /** The rule answers from this moment on; null means always. */
  validFrom: moment,
  /** The rule no longer answers at this moment; null means for ever. */
  validUntil: moment,
}

/** A whole FAQ rule as an admin or a program writes it. Control characters are taken out, repeated variants dropped. */
export const ruleSchema = z
  .object({
    ...fields,
    variants: fields.variants.default([]),
    category: fields.category.default(''),
    tags: fields.tags.default([]),
    entity: fields.entity.default(''),
    status: fields.status.default('draft'),
    validFrom: fields.validFrom.default(null),
    validUntil: fields.validUntil.default(null),
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom < validUntil, {
    path: ['validUntil'],
    error: 'The end of validity must come after its beginning.',
  })
  .overwrite((rule) => ({ ...rule, variants: rule.variants.filter((variant) => sameText(variant) !== sameText(rule.question)) }))

export type RuleInput = z.input<typeof ruleSchema>
export type RuleContent = z.output<typeof ruleSchema>

/** A rule's number in another system. */
export const externalIdSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((id) => id.isWellFormed() && !hasControls(id), 'must not hold control characters')

/** The same rule in the other language, by its id; null for none. */
export const twinIdSchema = z.uuid().nullable()

/** Some fields of a rule; those left out stay as they are. */
export const ruleChangeSchema = z.object({ ...fields, twinId: twinIdSchema }).partial()
export type RuleChange = z.input<typeof ruleChangeSchema>

/** A change as a program sends it, with the version that it has read. */
export const ruleUpdateSchema = z.intersection(ruleChangeSchema, z.object({ version: z.number().int().min(1) }))

export const ruleQuerySchema = z.object({
  /** Words that must all stand in question, variants, answer, category or tags; parts of words count. */
  q: z.string().trim().max(200).optional(),
  status: z.enum(RuleStatus).optional(),
  language: z.enum(Language).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type RuleQuery = z.input<typeof ruleQuerySchema>

/** What makes up a rule; a revision holds the same. */
export const contentSelect = {
  question: true,
  variants: true,
  answer: true,
  category: true,
  tags: true,
  entity: true,
  language: true,
  status: true,
  validFrom: true,
  validUntil: true,
} satisfies Prisma.FaqRuleSelect

export const ruleSelect = {
  id: true,
  externalId: true,
  version: true,
  ...contentSelect,
  twinId: true,
  twinChangedAt: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.FaqRuleSelect
export type Rule = Prisma.FaqRuleGetPayload<{ select: typeof ruleSelect }>

/** Who changes a rule; null is the command line, the seed, or an API key whose scope the door has checked. */
export type RuleEditor = Pick<Agent, 'id' | 'role'> | null

function distinct(texts: string[]): string[] {
  return [...new Map(texts.map((text) => [sameText(text), text] as const).reverse()).values()].reverse()
}

function sameText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
