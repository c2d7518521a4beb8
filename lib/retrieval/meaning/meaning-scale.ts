/** How the cosines of one embedding model join the scores of one language; found by the rules' own phrasings, see calibrateMeaning. */
export type MeaningScale = {
  /** What a rule adds to its sum whose cosine is the usual one of a right rule, beside 1 for words that all match; 0 where cosines tell nothing. */
  weight: number
  /** The usual cosine of a question in new words and the rule that answers it, and of the nearest rule that does not. */
  near: number
  far: number
  /** Scores with meaning are higher than those of words alone. `from` is where their floor would be, `to` where the floor is. */
  level: { from: number; to: number }
}

/** A cosine that is better than usual says more, up to this. */
const MOST = 1.5

/** What the meaning adds to a rule's sum: nothing up to the usual cosine of a wrong rule, nor where there is no vector (NaN). */
export function addedBy({ weight, near, far }: MeaningScale, cosine: number): number {
  return cosine > far ? weight * Math.min(MOST, (cosine - far) / (near - far)) : 0
}

/** Stretches a score, 0 to 1, so that one floor holds with and without meaning: what a model says is left out when it is slow or away. */
export function levelScore({ level: { from, to } }: MeaningScale, score: number): number {
  return score < from ? (score * to) / from : to + ((score - from) * (1 - to)) / (1 - from)
}
