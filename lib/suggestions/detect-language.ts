import type { Language } from '@/prisma/generated/enums'

// What no sentence is made of: addresses, links, order numbers. They say nothing about the language around them.
const NOT_PROSE = /https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[A-Za-z-]*\d[A-Za-z\d-]*/g
const HAN = /\p{Script=Han}/gu
const LATIN_WORD = /[A-Za-z\u00C0-\u024F]+(?:['’][A-Za-z]+)?/g
// Characters that hold a Chinese sentence together; a product name such as 小米 or 包邮 has none of them.
const SENTENCE_HAN = /[我你您他她它们的了吗呢吧啊是不没有在怎什么请想要能可以会给把被还就都也为谁哪几多]/

/**
 * The language a customer writes in. Han characters that form a sentence make it Chinese, whatever brand names are
 * between them; English words dominate only when there are at least twice as many words as Han characters (four times,
 * when those Han characters do form a sentence). Looks at the first 4,000 characters.
 * @param fallback for text without a word in either script (numbers, emoji, nothing)
 */
export function detectLanguage(text: string, fallback: Language = 'zh'): Language {
  const prose = text.slice(0, 4_000).replace(NOT_PROSE, ' ')
  const hanCount = prose.match(HAN)?.length ?? 0
  const wordCount = prose.match(LATIN_WORD)?.length ?? 0
  if (hanCount === 0) return wordCount > 0 ? 'en' : fallback
  const dominance = SENTENCE_HAN.test(prose) ? 4 : 2
  return wordCount >= hanCount * dominance || (dominance === 2 && wordCount > hanCount + 2) ? 'en' : 'zh'
}
