import { z } from 'zod'
import { calibrationSteps } from '@/lib/retrieval/floor/calibrate-language'
import { atOnce } from '@/lib/retrieval/in-slices'
import { samplePhrasings } from '@/lib/retrieval/meaning/calibrate-meaning'
import { cosinesOf } from '@/lib/retrieval/meaning/compare-meanings'
import { questionText, ruleText } from '@/lib/retrieval/meaning/embedding-text'
import { unitVector } from '@/lib/retrieval/meaning/unit-vector'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'
import { askServer } from './ask-server'
import type { EvalQuery } from './eval-set'
import { type MeaningOf, readQuery } from './evaluate'

export type EmbeddingServer = { url: string; model?: string; dimensions: number }
export type MeasuredMeaning = { of: MeaningOf /** What the calibration came to, for a person. */; said: string }

const BATCH = 32
const LANGUAGES = ['zh', 'en'] as const
const listSchema = z.object({ data: z.array(z.object({ id: z.string() })).min(1) })
const vectorsSchema = z.object({ data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()).min(1) })) })

/**
 * Embeds rules, sampled phrasings and queries, and calibrates the model on the rules as calibrateFloors does. A language that is too poor in
 * phrasings to calibrate goes by the words alone.
 * @throws Error that says what the server did not answer
 */
export async function measureMeaning(
  server: EmbeddingServer,
  { rules, index, queries }: { rules: IndexedRule[]; index: RuleIndex; queries: EvalQuery[] },
): Promise<MeasuredMeaning> {
  const model = server.model ?? listSchema.parse(await askServer(`${server.url}/v1/models`)).data[0]?.id ?? ''
  const sampled = LANGUAGES.flatMap((language) => samplePhrasings(rules, language).map((one) => ({ ...one, language })))
  const now = new Date()
  const asks = queries.map((query) => readQuery(query, now))
  const texts = new Set([
    ...rules.map(ruleText),
    ...sampled.flatMap(({ text, rest }) => [questionText(text, [], model), ...(rest ? [ruleText(rest)] : [])]),
    ...asks.map(({ text, before = [] }) => questionText(text, before, model)),
  ])
  const known = await embedAll({ ...server, model }, [...texts])
  const vectorOf = (text: string) => known.get(text) as Float32Array
  const dimensions = vectorOf(ruleText(rules[0] as IndexedRule)).length
  const matrix = new Float32Array(rules.length * dimensions)
  for (const [row, rule] of rules.entries()) matrix.set(vectorOf(ruleText(rule)), row * dimensions)
  const rowOf = new Map(rules.map(({ id }, row) => [id, row]))
  const vectors = { model, dimensions, wanted: server.dimensions, matrix, rowOf, version: 1 }
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const phrasings = sampled.map((one) => ({
    ...one,
    asked: vectorOf(questionText(one.text, [], model)),
    answered: vectorOf(ruleText(one.rest ?? (byId.get(one.ruleId) as IndexedRule))),
  }))
  const calibrate = (language: 'zh' | 'en') =>
    atOnce(
      calibrationSteps(rules, language, {
        sampled: { vectors, index, phrasings: phrasings.filter((one) => one.language === language) },
      }),
    )
  const scales = { zh: calibrate('zh').meaning, en: calibrate('en').meaning }
  const said = LANGUAGES.flatMap((language) => {
    const scale = scales[language]
    return scale ? `${language}: weight ${scale.weight}, cosines ${scale.near.toFixed(3)} right, ${scale.far.toFixed(3)} wrong` : []
  })
  return {
    said: `${model}: ${said.join('; ') || 'too few phrasings to calibrate it, so it has no say in the figures'}`,
    of({ text, before = [] }, language) {
      const scale = scales[language]
      if (!scale || scale.weight === 0) return undefined
      return { [language]: { scale, cosines: cosinesOf(vectorOf(questionText(text, before, model)), index, { vectors, language }) } }
    },
  }
}

async function embedAll(server: EmbeddingServer, texts: string[]): Promise<Map<string, Float32Array>> {
  const known = new Map<string, Float32Array>()
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH)
    const answer = await askServer(`${server.url}/v1/embeddings`, { model: server.model, input: batch, encoding_format: 'float' })
    for (const { index, embedding } of vectorsSchema.parse(answer).data)
      known.set(batch[index] ?? '', unitVector(Float32Array.from(embedding), server.dimensions))
  }
  const missing = texts.find((text) => !known.has(text))
  if (missing !== undefined) throw new Error(`${server.url} gave no vector for: ${missing.slice(0, 80)}`)
  return known
}
