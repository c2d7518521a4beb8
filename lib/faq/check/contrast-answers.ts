import type { Difference } from '@/lib/faq/check/compare-answers'
import type { Clause } from '@/lib/suggestions/grounding/read-clauses'
import type { Fact } from '@/lib/suggestions/grounding/read-facts'

// Opposites that no number and no negation shows.

const FREE =
  /免(?:费|邮|运费|手续费|收|服务费|年费)|包邮|不收(?:取)?(?:任何)?(?:手续费|费用|费)|零费用|\bfree\b(?! to\b| of\b)|\bno (?:extra |additional )?(?:charge|cost|fee)s?\b|\bcomplimentary\b/i
/** Free for some, or from an amount on. */
const CONDITION = /满|以上|超过|首|会员|\bover\b|\babove\b|\bfirst\b|\bmembers?\b|\bif\b|\bwhen\b|\bfrom\b/i
const PRICED = new Set(['cny', 'usd', 'eur', 'gbp', 'percent'])
const ENDLESS =
  /永久|永不|不会?过期|长期有效|终身|终生|无限期|不限(?:次|量|时|金额)|(?:没有|无)(?:上限|限制|期限)|\bunlimited\b|\blifetime\b|\bnever expires?\b|\b(?:do|does)(?: not|n['’]t) expire\b|\bno (?:limit|expiry|maximum|minimum)\b|\bforever\b/i
const AT_ONCE = /当天|当日|即时|实时|立即|马上|秒到|\bsame[- ]day\b|\bimmediately\b|\binstant(?:ly)?\b|\bright away\b/i
const LONGER_THAN_MINUTES = 1_440
/** Who pays or does it; where both parties are named, it depends. */
const PARTIES = {
  us: /(?:由|归)?(?:我们|我司|本店|商家|店铺|卖家|平台|本行|公司)(?:全额)?(?:承担|支付|负责|出)|\b(?:we|the (?:seller|shop|store|hotel))(?: will|['’]ll)? (?:cover|pay|bear)/i,
  customer:
    /(?:由|归)?(?:买家|顾客|客户|用户|您|消费者|客人)(?:自行)?(?:承担|支付|负责|出)|(?:自行承担|自理)|\b(?:the )?(?:customer|buyer|guest|you|client)s?(?: will|['’]ll| must| have to)? (?:cover|pay|bear)/i,
}

/** What two answers to one question say to the contrary: free and a price, for ever and a limit, we pay and you pay. */
export function contrastAnswers(own: readonly Clause[], others: readonly Clause[]): Difference[] {
  const turn = ({ mine, theirs, myClause, theirClause, ...rest }: Difference): Difference => ({
    ...rest,
    mine: theirs,
    theirs: mine,
    myClause: theirClause,
    theirClause: myClause,
  })
  return [
    ...freeAgainstPrice(own, others),
    ...freeAgainstPrice(others, own).map(turn),
    ...endlessAgainstLimit(own, others),
    ...endlessAgainstLimit(others, own).map(turn),
    ...atOnceAgainstPeriod(own, others),
    ...atOnceAgainstPeriod(others, own).map(turn),
    ...payers(own, others),
  ]
}

function freeAgainstPrice(own: readonly Clause[], others: readonly Clause[]): Difference[] {
  const mine = own.find(isFreeForAll)
  if (!mine || others.some(isFreeForAll)) return []
  for (const { text, facts } of others) {
    const price = FREE.test(text) ? undefined : facts.find(({ unit }) => unit && PRICED.has(unit))
    if (price) return [difference(mine.text, FREE, text, price.text)]
  }
  return []
}

function isFreeForAll({ text }: Clause): boolean {
  return FREE.test(text) && !CONDITION.test(text)
}

function endlessAgainstLimit(own: readonly Clause[], others: readonly Clause[]): Difference[] {
  const mine = own.find(({ text }) => ENDLESS.test(text))
  if (!mine || others.some(({ text }) => ENDLESS.test(text))) return []
  const limited = others.find(({ facts }) => facts.some(({ kind }) => kind === 'number'))
  return limited ? [difference(mine.text, ENDLESS, limited.text, limited.facts[0]?.text ?? '')] : []
}

function atOnceAgainstPeriod(own: readonly Clause[], others: readonly Clause[]): Difference[] {
  const mine = own.find(({ text }) => AT_ONCE.test(text))
  // "At once" is only the beginning where a period follows.
  if (!mine || own.some(({ facts }) => facts.some(isPeriod)) || others.some(({ text }) => AT_ONCE.test(text))) return []
  for (const { text, facts } of others) {
    const period = facts.find(
      ({ unit, value = 0 }) => unit === 'workday' || unit === 'month' || (unit === 'minute' && value > LONGER_THAN_MINUTES),
    )
    if (period) return [difference(mine.text, AT_ONCE, text, period.text)]
  }
  return []
}

function isPeriod({ unit }: Fact): boolean {
  return unit === 'minute' || unit === 'workday' || unit === 'month'
}

function difference(myClause: string, words: RegExp, theirClause: string, theirs: string): Difference {
  return { kind: 'number', mine: words.exec(myClause)?.[0] ?? myClause, theirs, myClause, theirClause }
}

function payers(own: readonly Clause[], others: readonly Clause[]): Difference[] {
  const [mine, theirs] = [payerOf(own), payerOf(others)]
  if (!mine || !theirs || mine.party === theirs.party) return []
  return [{ kind: 'polarity', mine: mine.words, theirs: theirs.words, myClause: mine.clause, theirClause: theirs.clause }]
}

function payerOf(clauses: readonly Clause[]): { party: 'us' | 'customer'; words: string; clause: string } | null {
  const found = clauses.flatMap(({ text }) =>
    (['us', 'customer'] as const).flatMap((party) => {
      const words = PARTIES[party].exec(text)?.[0]
      return words ? [{ party, words, clause: text }] : []
    }),
  )
  return new Set(found.map(({ party }) => party)).size === 1 ? (found[0] ?? null) : null
}
