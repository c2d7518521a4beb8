import type { RuleInConflict } from '@/lib/faq/check/check-each'
import type { Attempt } from '../../_doors/attempt'
import { checkRulesAction } from './bulk-actions'

// As the server has them; lib/faq/check/check-rules.ts cannot be imported into a browser.
const AT_ONCE = 100
export const MAX_TOGETHER = 2_000

type Watch = { isWanted: () => boolean; onFound: (found: RuleInConflict[], checked: number) => void }

/** Checks many rules, a hundred at a time, and tells what was found so far; ends early when nobody wants it any more. */
export async function checkInGoes(ids: string[], { isWanted, onFound }: Watch): Promise<Attempt<RuleInConflict[]>> {
  const found: RuleInConflict[] = []
  for (let from = 0; from < ids.length && isWanted(); from += AT_ONCE) {
    const go = ids.slice(from, from + AT_ONCE)
    // Of more than can be laid beside each other, those before it.
    const together = ids.slice(Math.max(0, Math.min(from + AT_ONCE, ids.length) - MAX_TOGETHER)).slice(0, MAX_TOGETHER)
    const result = await checkRulesAction(go, together)
    if (!result.ok) return result
    found.push(...result.value)
    onFound([...found], from + go.length)
  }
  return { ok: true, value: found }
}
