import { stemmer } from 'stemmer'

const PIECE = /\p{Script=Han}+|[a-z\u00E0-\u024F]+(?:['’][a-z]+)?|\d+(?:[.,:]\d+)*/gu
// The customer is 用户 in a rule and 您 in a reply; particles and politeness carry no fact.
const HAN_NOISE =
  /用户|买家|客户|顾客|消费者|会员|您好|需要|自己|已经|进行|的话|一般|大约|如果|即可|就能|之后|直接|暂时?|为准|[您你我们的了吧呢吗啊呀请是在也都就将会可以]/g
const ENGLISH_NOISE = new Set(
  (
    'a an the and or but if so to of in on at for from by with as is are was were be been being am do does did have has had i you he she it we they ' +
    'me him her us them my your his its our their this that these those there here will would can could shall should may might must please just ' +
    'also very then than get gets come comes once when while which who what how where why customer customers user users buyer buyers client clients'
  ).split(' '),
)

/** Full-width letters, digits and punctuation as their ASCII twins, one character for one: offsets stay true. */
export function foldWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
}

/**
 * What a text is about, for comparing texts: stems of English words, bigrams of Han characters (a lone one stands for
 * itself), numbers whole. Words without content are left out. Linear in the length of the text.
 */
export function textTerms(text: string): Set<string> {
  const terms = new Set<string>()
  for (const [piece] of foldWidth(text).toLowerCase().matchAll(PIECE)) {
    if (/^\p{Script=Han}/u.test(piece)) {
      for (const run of piece.replace(HAN_NOISE, ' ').split(' ')) {
        if (run.length === 1) terms.add(run)
        for (let i = 0; i + 1 < run.length; i++) terms.add(run.slice(i, i + 2))
      }
    } else if (/^\d/.test(piece)) {
      terms.add(piece.replace(/,/g, ''))
    } else if (!ENGLISH_NOISE.has(piece)) {
      terms.add(stemOf(piece.replace(/['’].*$/, '')))
    }
  }
  return terms
}

/** "Instantly" and "instant" are one. */
function stemOf(word: string): string {
  return stemmer(word.length > 6 ? word.replace(/ly$/, '') : word)
}

/** The share of `part`'s terms that `whole` has too, 0 to 1; 1 when `part` is empty. */
export function coveredShare(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 1
  let shared = 0
  for (const term of part) if (whole.has(term)) shared++
  return shared / part.size
}

/** Length as the reply limits count it: one for each Han character, English word or number. */
export function countWords(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}](?:[^\s\p{Script=Han}，。！？；：、]*)/gu)?.length ?? 0
}
