import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import type { Language } from '@/prisma/generated/enums'

/** `zh`, `zh-Hant`, `zh_TW`, `yue` … are Chinese; every other tag is read as English, the only other language that rules have. */
const tag = z.string().transform((tag): Language => (/^(?:zh|yue|cmn|chinese|中文)/i.test(tag.trim()) ? 'zh' : 'en'))
const id = z.union([z.string().min(1), z.number()]).transform(String)

const evalFileSchema = z.object({
  name: z.string().min(1),
  /** The language of what names none itself; where the set names none either, it is told from the words, as a ticket's is. */
  lang: tag.nullish(),
  rules: z
    .array(
      z.object({
        id,
        question: z.string(),
        variants: z.array(z.string()).nullish(),
        title: z.string().nullish(),
        answer: z.string().nullish(),
        lang: tag.nullish(),
        entity: z.string().nullish(),
      }),
    )
    .min(1),
  queries: z.array(
    z.object({
      id: id.nullish(),
      text: z.string().nullish(),
      ruleIds: z.array(id),
      lang: tag.nullish(),
      oos: z.boolean().nullish(),
      turns: z.array(z.object({ from: z.enum(['customer', 'agent', 'system']), text: z.string() })).nullish(),
    }),
  ),
})
const learnedSchema = z.array(z.object({ text: z.string().min(1), ruleId: id }))

export type EvalSet = {
  name: string
  rules: {
    id: string
    question: string
    variants: string[]
    title?: string | null
    answer: string
    lang: Language
    entity?: string | null
  }[]
  queries: EvalQuery[]
}
export type EvalQuery = {
  id?: string
  text: string
  ruleIds: string[]
  lang: Language
  oos: boolean
  turns?: { from: 'customer' | 'agent' | 'system'; text: string }[]
}
export type LearnedText = z.infer<typeof learnedSchema>[number]

/** @throws Error that names the file and what is wrong with it: missing, no JSON, a field that is missing or does not fit, one id twice */
export function readEvalSet(file: string): EvalSet {
  const { name, lang: common, rules, queries } = readJson(file, evalFileSchema)
  const langOf = (lang: Language | null | undefined, texts: (string | null | undefined)[]): Language =>
    lang ?? common ?? detectLanguage(texts.join('\n'))
  const seen = new Set<string>()
  for (const [at, { id }] of rules.entries()) {
    if (seen.has(id)) throw new Error(`${file}: rules.${at}.id: there are two rules ${id}.`)
    seen.add(id)
  }
  return {
    name,
    rules: rules.map(({ variants, answer, lang, ...rule }) => ({
      ...rule,
      variants: variants ?? [],
      answer: answer ?? '',
      lang: langOf(lang, [rule.question, answer]),
    })),
    queries: queries.map(({ id, text, ruleIds, lang, oos, turns }) => ({
      ...(id && { id }),
      text: text ?? '',
      ruleIds,
      lang: langOf(lang, turns?.length ? turns.map((turn) => turn.text) : [text]),
      oos: oos ?? false,
      ...(turns && { turns }),
    })),
  }
}

/** @throws as readEvalSet does */
export function readLearned(file: string): LearnedText[] {
  return readJson(file, learnedSchema)
}

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new Error(`${file} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
  const { success, data, error } = schema.safeParse(content)
  if (success) return data
  const [first, ...others] = error.issues
  const where = first?.path.join('.') || 'the file'
  throw new Error(`${file}: ${where}: ${first?.message}${others.length > 0 ? ` (and ${others.length} more)` : ''}`, { cause: error })
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
