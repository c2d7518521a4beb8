import type { Floors } from '@/lib/retrieval/floor/floors'
import { holdAgainst } from '@/lib/retrieval/hold-against'
import { searchByMeaning } from '@/lib/retrieval/meaning/search-by-meaning'
import { currentRules } from '@/lib/retrieval/rule-store'
import type { EarlierText, RuleHit, RuleIndex } from '@/lib/retrieval/schema'
import { type OpenNames, whichIsMeant } from '@/lib/retrieval/which-is-meant'
import type { Language } from '@/prisma/generated/enums'

export type RuleSearch = {
  /** What is asked, as the customer put it; personal data masked. */
  text: string
  /** What was said before, the latest first; masked as well. */
  before?: EarlierText[]
  /** Rules of another language count only where the text is written in both. */
  language?: Language
  /** At most this many hits. */
  limit: number
  /** Rules outside their validity at this moment are not found. The present, unless said otherwise. */
  now?: Date
  /**
   * Models that tell the meaning are asked too, where there are any: for a draft, not at every letter that is typed. `known`: nothing is
   * asked, and what embedQuestions has fetched counts; for many questions at once.
   */
  withMeaning?: boolean | 'known'
  /** Rules that are not in force, to see what they would do; those in force, unless said otherwise. */
  index?: RuleIndex
}

/** So many more are looked at: where rules were called wrong, one of these takes the place. */
const NEXT_BEST = 5

/** A hit, the floor of its language as it is now, and whether it is good enough to answer. */
export type FoundRule = RuleHit & { floor: number; reachesFloor: boolean }

export type FoundRules = {
  /** Best first, also those below the floor: an admin wants to see the near misses. */
  hits: FoundRule[]
  /** Whether any of them reaches the floor. When none does, no rule answers, and saying so is the honest result. */
  hasMatch: boolean
  /** The rule that is asked word for word; it needs no model. */
  verbatim: FoundRule | null
  /** The floors in force. */
  floors: Floors
  /** Where the best rules say the same about several things, such as houses, and nobody said which is meant. */
  openNames: OpenNames | null
}

/**
 * Finds the published, currently valid rules that answer a question.
 * @throws what the database threw, as long as the rules have never been loaded in this process
 */
export async function searchRules({
  text,
  before,
  language,
  limit,
  now = new Date(),
  withMeaning = false,
  index,
}: RuleSearch): Promise<FoundRules> {
  const { index: inForce, floors, meaning } = await currentRules()
  const searched = index ?? inForce
  const options = { limit: limit + NEXT_BEST, language, before, now }
  const found = withMeaning
    ? await searchByMeaning(searched, text, { ...options, calibrated: meaning, isKnownOnly: withMeaning === 'known' })
    : searched.search(text, options)
  const hits = holdAgainst(found, text)
    .slice(0, limit)
    .map((hit) => ({
      ...hit,
      floor: floors[hit.rule.language],
      reachesFloor: hit.isVerbatim || hit.score >= floors[hit.rule.language],
    }))
  return {
    hits,
    hasMatch: hits.some(({ reachesFloor }) => reachesFloor),
    verbatim: hits.find((hit) => hit.isVerbatim) ?? null,
    floors,
    openNames: whichIsMeant(hits),
  }
}
