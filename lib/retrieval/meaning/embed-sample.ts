import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { SideModel } from '@/lib/inference/side-models'
import type { EmbeddedPhrasing, SampledPhrasing } from '@/lib/retrieval/meaning/calibrate-meaning'
import { BATCH, embedEach } from '@/lib/retrieval/meaning/embed-each'
import { fingerprintOf, questionText, ruleText } from '@/lib/retrieval/meaning/embedding-text'
import { fromBytes, toBytes } from '@/lib/retrieval/meaning/unit-vector'
import type { RuleVectors } from '@/lib/retrieval/meaning/vector-store'

/**
 * What the model makes of each phrasing and of its rule without it. What was embedded for an earlier calibration is not embedded again;
 * what no calibration uses any more is deleted. A phrasing that the model refuses is left out.
 * @throws InferenceError when the model is away; what it has embedded until then is kept
 */
export async function embedSample<Sampled extends SampledPhrasing>(
  model: SideModel,
  phrasings: Sampled[],
  { vectors }: { vectors: RuleVectors },
): Promise<(Sampled & EmbeddedPhrasing)[]> {
  const key = (text: string) => fingerprintOf(text, { model: model.name, dimensions: env().EMBEDDING_DIMENSIONS })
  const asked = phrasings.map(({ text }) => questionText(text, [], model.name))
  const answered = phrasings.map(({ rest }) => rest && ruleText(rest))
  const texts = new Map([...asked, ...answered.filter((text) => text !== null)].map((text) => [key(text), text]))
  const known = await readKnown([...texts.keys()], vectors.dimensions)
  const fresh = [...texts].filter(([fingerprint]) => !known.has(fingerprint))
  for (let from = 0; from < fresh.length; from += BATCH) {
    const batch = fresh.slice(from, from + BATCH)
    const made = await embedEach(
      model,
      batch.map(([, text]) => text),
    )
    const rows = batch.flatMap(([fingerprint], at) => {
      const vector = made[at]
      if (vector?.length !== vectors.dimensions) return []
      known.set(fingerprint, vector)
      return { fingerprint, vector: toBytes(vector) }
    })
    await db().calibrationEmbedding.createMany({ data: rows, skipDuplicates: true })
  }
  await db().calibrationEmbedding.deleteMany({ where: { fingerprint: { notIn: [...texts.keys()] } } })
  return phrasings.flatMap((phrasing, at) => {
    const text = answered[at] ?? null
    const vectorOf = (id: string) => {
      const row = vectors.rowOf.get(id)
      return row === undefined ? undefined : vectors.matrix.slice(row * vectors.dimensions, (row + 1) * vectors.dimensions)
    }
    const [one, other] = [known.get(key(asked[at] ?? '')), text === null ? vectorOf(phrasing.ruleId) : known.get(key(text))]
    return one && other ? { ...phrasing, asked: one, answered: other } : []
  })
}

async function readKnown(fingerprints: string[], dimensions: number): Promise<Map<string, Float32Array>> {
  const rows = await db().calibrationEmbedding.findMany({
    where: { fingerprint: { in: fingerprints } },
    select: { fingerprint: true, vector: true },
  })
  return new Map(
    rows.flatMap(({ fingerprint, vector }) => {
      const numbers = new Float32Array(dimensions)
      return fromBytes(vector, numbers, 0, dimensions) ? [[fingerprint, numbers] as const] : []
    }),
  )
}
