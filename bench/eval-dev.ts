/** `npx tsx bench/eval-dev.ts [part of a name]`: the figures of all our own evaluation sets, a line each; bench/README.md keeps them. */
import { atOnce } from '@/lib/retrieval/in-slices'
import { buildRuleIndex, trainingSteps } from '@/lib/retrieval/rule-index'
import { offerHelp } from '../scripts/lib/offer-help'
import { devSets } from './support/dev-sets'
import { toIndexedRules } from './support/eval-set'
import { figuresOf, findFor } from './support/evaluate'

offerHelp("usage: npx tsx bench/eval-dev.ts [part of a set's name]   (BANKING77=path.json adds that set)")

const now = new Date()
const wanted = process.argv[2] ?? ''
const percent = (share: number | null) => (share === null ? '    –' : (100 * share).toFixed(1).padStart(5))

console.log('set                      queries    r@1   r@3   mrr   auc  acc95')
for (const { name, folds } of devSets().filter((set) => set.name.includes(wanted))) {
  const found = folds.flatMap((set) => {
    const index = atOnce(trainingSteps(buildRuleIndex(toIndexedRules(set))))
    return set.queries.map((query) => findFor(index, query, { limit: 10, now }))
  })
  const { queries, recallAt1, recallAt3, mrrAt10, oos } = figuresOf(found)
  const figures = [recallAt1, recallAt3, mrrAt10, oos.auc, oos.acceptedAt95].map(percent)
  console.log([name.padEnd(24), String(queries).padStart(7), ...figures].join(' '))
}
