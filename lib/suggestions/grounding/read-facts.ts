import { foldWidth } from '@/lib/suggestions/grounding/text-terms'

export type Fact = {
  kind: 'number' | 'contact'
  /** As it stands in the text. */
  text: string
  start: number
  end: number
  /** Contacts, dates and times: equal keys are the same thing. */
  key?: string
  /** Numbers: in the base unit. */
  value?: number
  /** Base unit: minute, workday, month, percent, cny …; undefined for a bare number or a count of things. */
  unit?: string
}

// [as written, base unit, how many base units]. Longer spellings first; a calendar day is 24 hours, a business day is not.
const UNITS: readonly [pattern: string, unit: string, factor: number][] = [
  ['个?工作日|business[- ]days?|working[- ]days?|workdays?', 'workday', 1],
  ['个?(?:自然日|自然天)|天|日(?!常|期|用)|calendar[- ]days?|days?', 'minute', 1_440],
  ['个?(?:小时|钟头)|hours?|hrs?|h(?![a-z])', 'minute', 60],
  ['分钟|minutes?|mins?(?![a-z])', 'minute', 1],
  ['个?(?:星期|礼拜)(?![一二三四五六日天])|周(?![一二三四五六日岁末边期到围])|weeks?', 'minute', 10_080],
  ['个月|months?', 'month', 1],
  ['年(?!级|龄|度)|years?(?![- ]old)', 'month', 12],
  ['元|块钱?|圆|yuan|rmb|cny', 'cny', 1],
  ['美元|美金|dollars?|usd|bucks', 'usd', 1],
  ['欧元|euros?|eur', 'eur', 1],
  ['英镑|pounds?|gbp', 'gbp', 1],
  ['%|percent|per cent', 'percent', 1],
  ['折', 'discount', 1],
  ['倍', 'fold', 1],
  ['次(?!性|日|数|品|要|月|年)', 'times', 1],
  ['kg|公斤|千克|kilograms?', 'gram', 1_000],
  ['gb', 'gb', 1],
  ['mb', 'mb', 1],
  ['cm|厘米', 'cm', 1],
  ['(?:metres?|meters?|米)(?![色饭线粉])', 'cm', 100],
]
const UNIT = UNITS.map(([pattern]) => `(${pattern})`).join('|')
const CURRENCY: Record<string, string> = {
  '¥': 'cny',
  '￥': 'cny',
  rmb: 'cny',
  cny: 'cny',
  人民币: 'cny',
  $: 'usd',
  us$: 'usd',
  usd: 'usd',
  '€': 'eur',
  eur: 'eur',
  '£': 'gbp',
  gbp: 'gbp',
}
const NUMBER = new RegExp(
  `(¥|￥|us\\$|\\$|€|£|rmb|cny|usd|eur|gbp|人民币)?\\s?((?<![a-z\\d.])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s?([万亿千百](?![兆分]))?[\\s-]?(?:${UNIT})?`,
  'g',
)
// 「一小时120元」 is a price for each hour: what stands behind has been read, and blanked.
const HAN_NUMBER = new RegExp(
  `(?<![第周期每零〇一二两三四五六七八九十百千万半\\d])(?!一个?(?:小时|天|晚|月|年)(?:最多|至多|仅|只要|只需|收|要){0,2}\\s{2})([零〇一二两三四五六七八九十百千万半]{1,7})(?:${UNIT})`,
  'g',
)
const PERCENT_HAN = /百分之([零〇一二两三四五六七八九十百\d]{1,4})/g
const ENGLISH_NUMBERS: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
)
'thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, i) => {
  ENGLISH_NUMBERS[word] = 30 + i * 10
})
Object.assign(ENGLISH_NUMBERS, { a: 1, an: 1, hundred: 100 })
const WORDS = Object.keys(ENGLISH_NUMBERS)
  .filter((word) => word.length > 2)
  .join('|')
const ENGLISH_NUMBER = new RegExp(
  `(?:\\b(${WORDS})(?:[- ](one|two|three|four|five|six|seven|eight|nine))?|\\bwithin (a|an))[\\s-](?:${UNIT})(?![a-z])`,
  'g',
)
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const CONTACTS: readonly [RegExp, (text: string) => string][] = [
  [
    /https?:\/\/[^\s<>"'，。；！？、（）【】「」[\]]+|\bwww\.[^\s<>"'，。；！？、（）【】「」[\]]+/g,
    (text) => text.replace(/^https?:\/\/|^www\.|[.,;:!?)/]+$/g, '').replace(/^www\./, ''),
  ],
  // One that was cut off, "care@shop", is no address that a rule has.
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}/g, (text) => text.replace(/\.$/, '')],
  [
    /(?<![\d.])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,4}\)[ -]?)?\d{3,4}(?:[ -]\d{3,4}){1,3}(?![\d.])|(?<![\d.,])1[3-9]\d{9}(?!\d)|(?<![\d.,])[48]00\d{7}(?!\d)/g,
    (text) => text.replace(/\D/g, ''),
  ],
]

/**
 * The things in a text that must not be invented: links, e-mail addresses and phone numbers ("contact"); dates, times,
 * amounts, durations, percentages and other numbers ("number"). Spellings are brought together: full width, 七天 and "seven
 * days" are 7 days, 1 week too; 1,000 is 1000; ¥5, 5元 and RMB 5 are the same. Marks and placeholders, `[2]`, are no facts.
 * The `start` and `end` are places in `text`.
 */
export function readFacts(text: string): Fact[] {
  // Equally long as `text`, so that the places stay true; what is read is blanked.
  let rest = foldWidth(text)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/\[\d{1,4}(?:[,，、]\s?\d{1,3}){0,9}\]|【[^【】\s]{0,10}\d{1,4}】/g, (mark) => ' '.repeat(mark.length))
    // A list number at the start of a line counts nothing.
    .replace(
      /^([^\S\n\r\u2028\u2029]*)(\d{1,2})(?=[.、)）](?!\d))/gm,
      (_all, space: string, digits: string) => space + ' '.repeat(digits.length),
    )
  const facts: Fact[] = []
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => Omit<Fact, 'text' | 'start' | 'end'> | null) => {
    rest = rest.replace(pattern, (...args) => {
      const match = args.slice(
        0,
        args.findIndex((arg) => typeof arg === 'number'),
      ) as unknown as RegExpMatchArray
      const start = args[match.length] as unknown as number
      const whole = match[0] ?? ''
      const fact = read(match)
      if (!fact) return whole
      const lead = whole.length - whole.trimStart().length
      facts.push({
        ...fact,
        text: text.slice(start + lead, start + whole.trimEnd().length),
        start: start + lead,
        end: start + whole.trimEnd().length,
      })
      return ' '.repeat(whole.length)
    })
  }
  for (const [pattern, key] of CONTACTS) take(pattern, (m) => ({ kind: 'contact', key: key(m[0] ?? '') }))
  take(/(?<!\d)((?:19|20)\d{2})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)[日号]?/g, (m) => date(m[2], m[3], m[1]))
  take(/(?<!\d)(\d{1,2})月(\d{1,2})(?!\d)[日号]?/g, (m) => date(m[1], m[2]))
  take(/\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? ((?:19|20)\d{2}))?/g, (m) =>
    date(monthOf(m[1]), m[2], m[3]),
  )
  take(/(?<!\d)(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\b(?:,? ((?:19|20)\d{2}))?/g, (m) =>
    date(monthOf(m[2]), m[1], m[3]),
  )
  take(/(上午|早上|凌晨|下午|晚上|中午)?\s?(?<!\d)(\d{1,2})(?:[:：](\d{2})|点(半)?)(?!\d)(?:\s?([ap])\.?m\b\.?)?/g, (m) =>
    time(m[2], m[4] ? '30' : m[3], m[1], m[5]),
  )
  take(/(?<!\d)(\d{1,2})\s?([ap])\.?m\b\.?/g, (m) => time(m[1], undefined, undefined, m[2]))
  take(PERCENT_HAN, (m) => ({ kind: 'number', value: /\d/.test(m[1] ?? '') ? Number(m[1]) : hanValue(m[1] ?? ''), unit: 'percent' }))
  take(NUMBER, (m) => {
    const scale = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 }[m[3] ?? ''] ?? 1
    return inBaseUnit(Number((m[2] ?? '').replace(/,/g, '')) * scale, m.slice(4), CURRENCY[m[1] ?? ''])
  })
  take(HAN_NUMBER, (m) => inBaseUnit(hanValue(m[1] ?? ''), m.slice(2)))
  take(ENGLISH_NUMBER, (m) => inBaseUnit((ENGLISH_NUMBERS[m[1] ?? m[3] ?? ''] ?? 0) + (ENGLISH_NUMBERS[m[2] ?? ''] ?? 0), m.slice(4)))
  return facts.sort((a, b) => a.start - b.start)
}

/** Whether one of the facts known says the same. A bare number agrees with the same number of anything. */
export function isKnownFact(fact: Fact, known: readonly Fact[]): boolean {
  return known.some((other) => {
    if (fact.kind !== other.kind) return false
    if (fact.key !== undefined)
      return other.key !== undefined && (other.key === fact.key || other.key.endsWith(`-${fact.key}`) || isPathOf(fact, other))
    return other.key === undefined && fact.value === other.value && (fact.unit === other.unit || !fact.unit || !other.unit)
  })
}

/** "shop.example" is known from "shop.example/help"; the other way round it would be a page that nobody named. */
function isPathOf(fact: Fact, other: Fact): boolean {
  return fact.kind === 'contact' && (other.key ?? '').startsWith(`${fact.key}/`)
}

function inBaseUnit(value: number, groups: (string | undefined)[], currency?: string): Omit<Fact, 'text' | 'start' | 'end'> | null {
  if (currency) return { kind: 'number', value, unit: currency }
  const [, unit, factor] = UNITS[groups.findIndex((group) => group !== undefined)] ?? []
  // "Pay once": 一次 is said where no one counts.
  if (unit === 'times' && value === 1) return null
  return { kind: 'number', value: value * (factor ?? 1), unit }
}

function date(month?: string, day?: string, year?: string): Omit<Fact, 'text' | 'start' | 'end'> | null {
  if (Number(month) > 12 || Number(day) > 31) return null
  return { kind: 'number', key: `${year ? `${year}-` : ''}d${Number(month)}.${Number(day)}` }
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3)) + 1)
}

function time(hour = '', minute = '00', part?: string, half?: string): Omit<Fact, 'text' | 'start' | 'end'> | null {
  const isLate = half === 'p' || part === '下午' || part === '晚上'
  const hours = (Number(hour) % 12) + (isLate ? 12 : 0)
  if (Number(hour) > 24 || Number(minute) > 59) return null
  return { kind: 'number', key: `t${isLate || half === 'a' ? hours : Number(hour)}.${minute}` }
}

function hanValue(numeral: string): number {
  let total = 0
  let digit = 0
  for (const char of numeral) {
    const scale = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 }[char]
    if (char === '半') return total + digit + 0.5
    if (scale) {
      total = scale === 10_000 ? (total + digit) * scale : total + (digit || 1) * scale
      digit = 0
    } else digit = char === '两' ? 2 : '零一二三四五六七八九'.indexOf(char === '〇' ? '零' : char)
  }
  return total + digit
}
