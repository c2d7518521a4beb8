/** That something has happened to an order, or has not yet: "after dispatch", 「未发货」. */
export type State = {
  /** What happens; ways to say the same are one: ship and dispatch, 签收 and 收货. */
  what: string
  hasHappened: boolean
  /** The words that say it. */
  text: string
}

/** What happens to an order, in the words of rules and replies. Beginnings of English words; whole Han words. */
const EVENTS: readonly [what: string, english: string, han: string][] = [
  ['dispatch', 'ship(?:p|$|\\b)|dispatch|sent out|handed to the (?:courier|carrier)', '发货|发出|寄出|出库|揽收'],
  ['receipt', 'deliver|arriv|receiv|signed for', '签收|收货|收到|送达|妥投'],
  ['payment', 'paid|pay(?:ment|ing)?\\b', '付款|支付|下单'],
  ['opening', 'open|unseal|unpack|unwrap', '拆封|拆开|开封|拆包'],
  ['use', 'used?\\b|worn|wear|wash', '使用|穿着|洗涤|下水|激活'],
  ['cancelling', 'cancel', '取消'],
  ['approval', 'approv|confirm', '审核|通过'],
  ['expiry', 'expir|laps', '过期|逾期|到期'],
]
const ENGLISH_EVENT = EVENTS.map(([, english]) => `(${english})`).join('|')
const HAN_EVENT = EVENTS.map(([, , han]) => `(${han})`).join('|')
const HAVE = '(?:has|have|had|is|are|was|were)'
const NOT_YET = new RegExp(
  `\\b(?:${HAVE}(?: not|n['’]t)(?: yet)?(?: been)?|not(?: yet)?(?: been)?|before(?: (?:the|your|an?|it|they|we|order|parcel|goods|items?|is|are|has|have|been)){0,4}|until)\\s+(?:${ENGLISH_EVENT})\\w*|\\bun(?:${ENGLISH_EVENT})\\w*`,
  'gi',
)
const HAPPENED = new RegExp(
  `\\b(?=(?:opened|unsealed|used|worn|washed) (?:items?|goods|products?|articles?|ones)\\b)(?:${ENGLISH_EVENT})\\w*|\\b(?:${HAVE}(?: already)?(?: been)?|already(?: been)?|(?:after|once|since)(?: (?:the|your|an?|it|they|we|you|order|parcel|goods|items?|is|are|has|have|been)){0,4})\\s+(?:${ENGLISH_EVENT})\\w*`,
  'gi',
)
const HAN_NOT_YET = new RegExp(`(?:还没有?|还未|尚未|没有?|未)(?:${HAN_EVENT})|(?:${HAN_EVENT})(?:之|以)?前(?![往台来])`, 'g')
const HAN_HAPPENED = new RegExp(`已经?(?:${HAN_EVENT})|(?:${HAN_EVENT})(?:之|以)?后(?![续台])`, 'g')

/** What has happened, and what has not yet, by the words of a text: "before dispatch" and "has not shipped" are the same. */
export function readStates(text: string): State[] {
  return [
    ...find(text, NOT_YET, false),
    ...find(text, HAN_NOT_YET, false),
    ...find(text, HAPPENED, true),
    ...find(text, HAN_HAPPENED, true),
  ]
}

function find(text: string, pattern: RegExp, hasHappened: boolean): State[] {
  return [...text.matchAll(pattern)].map((match) => {
    const at = match.slice(1).findIndex((group) => group !== undefined) % EVENTS.length
    return { what: EVENTS[at]?.[0] ?? '', hasHappened, text: match[0] }
  })
}
