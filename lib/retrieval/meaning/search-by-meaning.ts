import { sideModel } from '@/lib/inference/side-models'
import { cosinesOf } from '@/lib/retrieval/meaning/compare-meanings'
import type { MeaningInForce } from '@/lib/retrieval/meaning/current-meaning'
import { embedQuestion, knownQuestion } from '@/lib/retrieval/meaning/embed-questions'
import { joinMeaning } from '@/lib/retrieval/meaning/join-meaning'
import type { MeaningScale } from '@/lib/retrieval/meaning/meaning-scale'
import { rerankHits } from '@/lib/retrieval/meaning/rerank-hits'
import { ruleVectors } from '@/lib/retrieval/meaning/vector-store'
import type { RuleHit, RuleIndex, SearchOptions } from '@/lib/retrieval/schema'
import { similarRules } from '@/lib/retrieval/similar-rules'
import { Language } from '@/prisma/generated/enums'

/** Rules looked at from either side. */
const CANDIDATES = 50

type MeaningOptions = SearchOptions & {
  /** How the meaning joins the scores, as calibrated; null where nobody could. */
  calibrated: MeaningInForce | null
  /** Nothing is asked; what is known of the question counts. */
  isKnownOnly: boolean
}

/**
 * The index's search, with what models say of the meaning where there are any; exactly the index's search where there are none. A model that
 * was calibrated joins the sum, or is left out where it was found to be no help; one that nobody could calibrate only moves rules.
 */
export async function searchByMeaning(
  index: RuleIndex,
  text: string,
  { calibrated, isKnownOnly, ...options }: MeaningOptions,
): Promise<RuleHit[]> {
  const { limit, language, now, before = [] } = options
  const embedder = sideModel('embedding')
  const vectors = embedder && ruleVectors(embedder.name)
  const canRerank = !isKnownOnly && sideModel('rerank') !== null
  if (!vectors && !canRerank) return index.search(text, options)
  const hits = index.search(text, { ...options, limit: Math.max(limit, CANDIDATES) })
  // What is asked word for word needs no model.
  if (hits.some(({ isVerbatim }) => isVerbatim)) return hits.slice(0, limit)
  const joined = embedder && vectors ? await join() : hits
  return (canRerank ? await rerankHits({ text, before }, joined) : joined).slice(0, limit)

  async function join(): Promise<RuleHit[]> {
    if (!embedder || !vectors) return hits
    const scales = calibrated?.model === embedder.name ? scalesOf(calibrated, language) : []
    const isCalibrated = scales.length > 0
    if (isCalibrated && scales.every(({ scale }) => scale.weight === 0)) return hits
    const asked = { text, before }
    const question = isKnownOnly
      ? knownQuestion(embedder, asked, vectors.dimensions)
      : await embedQuestion(embedder, asked, vectors.dimensions)
    if (!question) return hits
    if (!isCalibrated) return joinMeaning(hits, similarRules(question, { index, vectors, language, now, limit: CANDIDATES }))
    const meaning = Object.fromEntries(
      scales.map(({ language, scale }) => [language, { scale, cosines: cosinesOf(question, index, { vectors, language }) }]),
    )
    return index.search(text, { ...options, limit: Math.max(limit, CANDIDATES), meaning })
  }
}

function scalesOf(calibrated: MeaningInForce, language: Language | undefined): { language: Language; scale: MeaningScale }[] {
  return (language ? [language] : [Language.zh, Language.en]).flatMap((one) => {
    const scale = calibrated[one]
    return scale ? { language: one, scale } : []
  })
}
