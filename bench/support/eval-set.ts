import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { IndexedRule } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

/** `zh`, `zh-Hant`, `zh_TW` … are Chinese; every other tag is read as English, the only other language that rules have. */
const lang = z.string().transform((tag): Language => (/^zh/i.test(tag) ? 'zh' : 'en'))

const evalSetSchema = z.object({
  name: z.string().min(1),
  lang: z.string().optional(),
  rules: z
    .array(
      z.object({
        id: z.string().min(1),
        question: z.string(),
        variants: z.array(z.string()).default([]),
        title: z.string().nullish(),
        answer: z.string().default(''),
        lang,
        entity: z.string().nullish(),
      }),
    )
    .min(1),
  queries: z.array(
    z.object({
      id: z.string().optional(),
      text: z.string().default(''),
      ruleIds: z.array(z.string()),
      lang,
      oos: z.boolean().default(false),
      turns: z.array(z.object({ from: z.enum(['customer', 'agent', 'system']), text: z.string() })).optional(),
    }),
  ),
})
const learnedSchema = z.array(z.object({ text: z.string().min(1), ruleId: z.string().min(1) }))

export type EvalSet = z.infer<typeof evalSetSchema>
export type EvalQuery = EvalSet['queries'][number]
export type LearnedText = z.infer<typeof learnedSchema>[number]

/** @throws Error where the file is missing or no JSON; ZodError that names what does not fit */
export function readEvalSet(file: string): EvalSet {
  return evalSetSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

export function readLearned(file: string): LearnedText[] {
  return learnedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** The rules as the product holds them. Ours have no title: there it counts as one more variant. */
export function toIndexedRules(set: EvalSet, learned: LearnedText[] = []): IndexedRule[] {
  const learnedOf = new Map<string, string[]>()
  for (const { ruleId, text } of learned) learnedOf.set(ruleId, [...(learnedOf.get(ruleId) ?? []), text])
  return set.rules.map(({ id, question, variants, title, answer, lang: language, entity }) => ({
    id,
    version: 1,
    question,
    variants: title && title !== question ? [...variants, title] : variants,
    learned: learnedOf.get(id) ?? [],
    answer,
    category: '',
    tags: [],
    language,
    entity: entity ?? null,
    validFrom: null,
    validUntil: null,
  }))
}
