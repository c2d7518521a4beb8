import { Converter } from 'opencc-js/t2cn'

const HAN = /\p{Script=Han}/u
// `twp` also turns Taiwan's words into the mainland's: 滑鼠 → 鼠标, 軟體 → 软件.
const simplify = Converter({ from: 'twp', to: 'cn' })

/** Ways to ask the same thing; the first form stands for all. Longer ways come first, or a part of them would be folded alone. */
const QUESTION_WORDS: [RegExp, string][] = [
  [/为什么|为啥|为何|为毛|咋回事|怎么回事|什么情况|啥情况|什么原因|啥原因/gu, '为什么'],
  [/什么时候|什么时间|啥时候|啥时间|啥时|何时|几时|哪天/gu, '什么时候'],
  [/多长时间|多少天|多少时间|几天|几个工作日/gu, '多久'],
  // Not 怎么样 alone: it asks how good a thing is.
  [/(?:怎么样|怎样|如何|怎么|咋样|咋)(?:才能|办理|弄|办|做|搞|整)|怎样|如何|咋样|咋/gu, '怎么'],
  [/能不能够|能不能|可不可以|是否可以|是否能够|是否能|可以不可以|行不行|能否|可否/gu, '可以'],
  [/有没有|有木有|有无|是否有/gu, '有没有'],
  [/是不是|是否/gu, '是否'],
  [/在哪里|在哪儿|在哪|哪里|哪儿|哪边|何处|哪个地方|什么地方/gu, '哪里'],
  [/多少钱|几块钱|几钱|什么价格|什么价|啥价/gu, '多少钱'],
  [/啥/gu, '什么'],
]

const DIGITS = '零一二三四五六七八九'
const COUNTED = /([一二两三四五六七八九]?十?[一二两三四五六七八九十])(?=天|日|个?工作日|小时|个?月|周|年|次|件|元|块|折)/gu

/**
 * Traditional characters become Simplified, the ways to ask 怎么/为什么/可以 become one way each, and small written numbers before a
 * unit become digits (七天 → 7天). Meant for both sides of a comparison, never for a person's eyes.
 */
export function foldChinese(text: string): string {
  if (!HAN.test(text)) return text
  const simplified = simplify(text)
  const folded = QUESTION_WORDS.reduce((sofar, [ways, one]) => sofar.replace(ways, one), simplified)
  return folded.replace(COUNTED, (written) => String(numberOf(written)))
}

function numberOf(written: string): number {
  const digit = (character: string | undefined) => (character === '两' ? 2 : DIGITS.indexOf(character ?? ''))
  const ten = written.indexOf('十')
  if (ten < 0) return [...written].reduce((sofar, character) => sofar * 10 + digit(character), 0)
  const tens = ten === 0 ? 1 : digit(written[ten - 1])
  const ones = ten === written.length - 1 ? 0 : digit(written[ten + 1])
  return tens * 10 + ones
}
