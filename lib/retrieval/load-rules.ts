import { listPublishedRules, listPublishedVersions } from '@/lib/faq/list-published-rules'
import { inSlices } from '@/lib/retrieval/in-slices'
import { learnedStamps, learnedTexts } from '@/lib/retrieval/list-phrasings'
import { wrongStamps, wrongTexts } from '@/lib/retrieval/list-wrong-questions'
import { patchSteps, ruleIndexSteps, withClassifiersOf } from '@/lib/retrieval/rule-index'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'

export type LoadedRules = {
  index: RuleIndex
  versions: Map<string, number>
  /** What each rule looked like: its version, what it has learnt, and what it was called wrong for. */
  stamps: Map<string, string>
}

/** With a larger share of the rules changed, making the whole index anew is as quick. */
const MAX_PATCHED_SHARE = 0.2

/**
 * The index of the published rules: the former one patched where few rules have changed, else a new one; without holding up the process.
 * `patched` is how many rules were read anew, null for all of them.
 */
export async function loadRules(former: LoadedRules | null): Promise<{ loaded: LoadedRules; patched: number | null }> {
  const [published, learned, wrong] = await Promise.all([listPublishedVersions(), learnedStamps(), wrongStamps()])
  const versions = new Map(published.map(({ id, version }) => [id, version]))
  const stamps = new Map(published.map(({ id, version }) => [id, `${version} ${learned.get(id) ?? ''} ${wrong.get(id) ?? ''}`]))
  const changedIds = former ? [...stamps].filter(([id, stamp]) => former.stamps.get(id) !== stamp).map(([id]) => id) : []
  const goneIds = former ? [...former.stamps.keys()].filter((id) => !stamps.has(id)) : []
  if (former && changedIds.length + goneIds.length <= former.index.size * MAX_PATCHED_SHARE) {
    const changed = changedIds.length > 0 ? await readRules(changedIds) : []
    // One that was withdrawn between the two looks is gone as well.
    const missing = changedIds.filter((id) => !changed.some((rule) => rule.id === id))
    const index = await inSlices(patchSteps(former.index, { changed, goneIds: [...goneIds, ...missing] }))
    return { loaded: { index, versions, stamps }, patched: changedIds.length + goneIds.length }
  }
  const index = await inSlices(ruleIndexSteps(await readRules()))
  return { loaded: { index: former ? withClassifiersOf(index, former.index) : index, versions, stamps }, patched: null }
}

async function readRules(ids?: string[]): Promise<IndexedRule[]> {
  const [rules, learned, wrong] = await Promise.all([listPublishedRules(ids), learnedTexts(ids), wrongTexts(ids)])
  return rules.map((rule) => ({ ...rule, learned: learned.get(rule.id) ?? [], wrongFor: wrong.get(rule.id) ?? [] }))
}
