import { normaliseText } from '@/lib/retrieval/normalise-text'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { stemWord } from '@/lib/retrieval/stem-word'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'

export type AskedWays = Pick<IndexedRule, 'question' | 'variants'>

export type Likeness = {
  /** How near the nearest two ways to ask are: 0 to 1, 1 where they are the same but for manners. */
  likeness: number
  /** Those two ways to ask. */
  asked: { mine: string; theirs: string }
}

type Sort = 'long' | 'much' | 'who' | 'where' | 'why' | 'how' | 'which' | 'yes or no'
type Way = {
  text: string
  key: string
  /** What it is about: Han characters, stems of other words. */
  about: ReadonlySet<string>
  /** The same, with the pairs of neighbouring characters: 付款发货 is not 货到付款. */
  pairs: ReadonlySet<string>
  /** What it wants to know; null where it does not say. */
  sort: Sort | null
}

// Ways to ask one thing, on both sides of a comparison; longer ones first. Retrieval's concepts are wider: there 创业板 and 科创板 are one.
const SAME_ZH: readonly [RegExp, string][] = [
  [/每一?[日天]|单[日天]|一[日天]内?|当[日天]|日累计/gu, '日'],
  [/运费|快递费|配送费|物流费/gu, '邮费'],
  [/包邮|免运费|免邮费?|免快递费/gu, '免邮费'],
  [/质保/gu, '保修'],
  [/(?<=谁)(?:承担|负责|支付|负担|付)/gu, '出'],
  [/更改|变更|更换|改(?!为)/gu, '修改'],
  [/修修改/gu, '修改'],
  [/热线/gu, '电话'],
  [/登陆|登入/gu, '登录'],
  [/账户|帐户|帐号/gu, '账号'],
  [/到场|亲自|到店|本人去/gu, '本人'],
  [/到帐|入账|到达/gu, '到账'],
]
const SAME_EN: readonly [RegExp, string][] = [
  [/\bcheck in\b/g, 'checkin'],
  [/\bcheck out\b/g, 'checkout'],
  [/\b(?:sign|log) in\b/g, 'login'],
  [/\b(?:sign|log) out\b/g, 'logout'],
  [/\bsign up\b/g, 'signup'],
  [/\btop up\b/g, 'topup'],
  [/\b(?:deliver(?:y|ies|ed|s)?|shipping|shipments?|shipp?(?:ed|s)|dispatch(?:ed)?|postage)\b/g, 'ship'],
  [/\b(?:send|sent) back\b/g, 'return'],
  [/\bmoney back\b/g, 'refund'],
  [/\b(?:edit|update|modify|alter)\b/g, 'change'],
]

const SORTS: readonly [Sort, RegExp][] = [
  [
    'long',
    /多久|什么时候|几点|多长|几天|期限|时限|\bhow (?:long|soon|many days|fast)\b|\bwhen\b|\bwhat time\b|\b(?:period|duration|deadline)\b/,
  ],
  ['much', /多少|几折|几元|几块|怎么[算收]|\bhow (?:much|many)\b|\b(?:cost|price|fee|limit|minimum|maximum)\b/],
  ['who', /谁|\bwho(?:m|se)?\b/],
  ['why', /为什么|\bwhy\b/],
  ['where', /哪里|\bwhere\b/],
  ['how', /怎么|\bhow (?:to|do|can)\b/],
  ['which', /哪些|哪种|哪几|\bwhich\b/],
]
/** How to find a thing and where it is have one answer. */
const ALIKE = new Map<Sort | null, Sort>([['where', 'how']])

// What any question has, and what only says that it is one. Never a negation.
const EMPTY_ZH =
  /多久|什么时候|什么|几点|多长|几天|期限|时限|时间|多少钱|多少|怎么|哪里|哪些|哪种|可以|需要|必须|支持|为什么|是否|有没有|一般|具体|如果|我们|你们|使用|以及|还是|最后|[的了吗呢吧啊呀么嘛我你您是要能会想请问和与或才就都还有由在被把对给几谁须得去算到]/gu
const EMPTY_EN = new Set(
  (
    'a an the my our your their its i we you he she it they me us them this that these those is are am was were be been being do does did has have ' +
    'had will would can could should shall may might must to of in at for from by with on and or if so as how what when where why who which long ' +
    'much many time soon period duration deadline cost price take takes took get got need want make please there here accept allow possibl ' +
    'offer support provid includ begin start come able any some about into s'
  )
    .split(' ')
    .map(stemWord),
)
/** Characters that alone turn one matter into another: 退货 and 换货, 绑定 and 解绑. */
const TELLING = /[退换买卖充提进出男女大小上下前后新旧内外早晚东西南北长短高低冷热单双收发开关解取加减借还增升降公私不没无未非]/u
const HAN_RUN = /\p{Script=Han}+/gu
const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}.])+/gu

/** How like two rules of one language are by what they are asked in. */
export function compareQuestions(mine: AskedWays, theirs: AskedWays): Likeness {
  const others = waysOf(theirs)
  let best = { likeness: 0, asked: { mine: mine.question, theirs: theirs.question } }
  for (const way of waysOf(mine)) {
    for (const other of others) {
      const likeness = way.key !== '' && way.key === other.key ? 1 : Math.min(0.99, compareWays(way, other))
      if (likeness > best.likeness) best = { likeness, asked: { mine: way.text, theirs: other.text } }
    }
  }
  return best
}

/** Whether a question is answered by yes or no. */
export function asksYesOrNo(question: string): boolean {
  return YES_OR_NO.test(question.trim())
}

const YES_OR_NO =
  /[吗么][?？]?$|能不能|可不可以|是不是|有没有|能否|可否|是否|^(?:可以|能|支持|会)|^(?:do|does|did|is|are|am|can|could|will|would|may|has|have|must|should)\b/i

/** Rules are compared with many others; those of the index live as long as it does. */
const known = new WeakMap<AskedWays, Way[]>()

function waysOf(rule: AskedWays): Way[] {
  const ways = known.get(rule) ?? [rule.question, ...rule.variants].map(readWay)
  known.set(rule, ways)
  return ways
}

function readWay(text: string): Way {
  const plain = normaliseText(text)
  const sort = SORTS.find(([, words]) => words.test(plain))?.[0] ?? (asksYesOrNo(text) ? 'yes or no' : null)
  return { text, key: verbatimKey(text), ...readAbout(plain), sort: ALIKE.get(sort) ?? sort }
}

function readAbout(plain: string): Pick<Way, 'about' | 'pairs'> {
  const fold = (same: readonly [RegExp, string][], from: string) => same.reduce((sofar, [ways, one]) => sofar.replace(ways, one), from)
  const about = new Set<string>()
  const folded = fold(SAME_EN, fold(SAME_ZH, plain))
  for (const [word] of folded.matchAll(WORD)) if (!EMPTY_EN.has(stemWord(word))) about.add(stemWord(word))
  const pairs = new Set(about)
  for (const [run] of folded.matchAll(HAN_RUN)) {
    const characters = [...run.replace(EMPTY_ZH, '')]
    characters.forEach((character, at) => {
      about.add(character)
      pairs.add(character)
      const next = characters[at + 1]
      if (next !== undefined) pairs.add(character + next)
    })
  }
  return { about, pairs }
}

/**
 * The share of what either is about that both are about; 0 where each is about something that the other is not: standard and express
 * shipping are asked for in nearly the same words. What only one of them says may narrow it down, if both want to know the same.
 */
function compareWays(one: Way, other: Way): number {
  const onlyOne = [...one.about].filter((term) => !other.about.has(term))
  const onlyOther = [...other.about].filter((term) => !one.about.has(term))
  if (onlyOne.length > 0 && onlyOther.length > 0 && !areHarmless(onlyOne, onlyOther)) return 0
  const isNarrower = onlyOne.length + onlyOther.length > 0
  if (one.sort !== other.sort && (isNarrower || !canMeet(one.sort, other.sort))) return 0
  return dice(one.pairs, other.pairs)
}

/** "Do points expire" and "when do points expire" are answered alike; "why" and "when" are not. */
function canMeet(one: Sort | null, other: Sort | null): boolean {
  return [one, other].some((sort) => sort === null || sort === 'yes or no')
}

/** A negation turns a matter round, and is none by itself. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const count = (terms: Iterable<string>) => [...terms].filter((term) => term !== 'not' && term !== '不').length
  const both = count(one) + count(other)
  return both === 0 ? 0 : (2 * count([...one].filter((term) => other.has(term)))) / both
}

/** 开好 and 开具 differ by a character each that tells nothing. */
function areHarmless(onlyOne: string[], onlyOther: string[]): boolean {
  const all = [...onlyOne, ...onlyOther]
  return onlyOne.length === 1 && onlyOther.length === 1 && all.every((term) => /^\p{Script=Han}$/u.test(term) && !TELLING.test(term))
}
