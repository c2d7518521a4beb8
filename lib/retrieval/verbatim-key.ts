import { normaliseText } from '@/lib/retrieval/normalise-text'

// What a person adds out of manners or habit and what changes nothing about the question. Negations, numbers, question words and who does
// what to whom are not in these lists and must never be.
const MANNERS_ZH =
  /^(?:你好|您好|亲们?|哈喽|嗨|在吗|在么|客服|老板|掌柜|麻烦|打扰一?下?了?|不好意思|请教|请问|请|我?(?:想要?|来)?(?:问|咨询|了解)(?:一下|下)?|想知道|问下)+/u
const ASKER_ZH = /^(?:我们?|你们|咱们?|您)(?=.{2})/u
const PARTICLES_ZH = /[的呢啊呀哦哈嘛啦]|一下|(?:吗|么|吧)$|谢谢你?您?$|多谢$/gu
const MANNERS_EN = /\b(?:hi|hello|hey|there|dear|please|kindly|thanks|thank you|sir|madam|just|the|a|an|my|our)\b/g

/**
 * What is left of a question when form and manners are taken away; two texts with the same key ask the same. Equality alone decides: at
 * 0.9 of character similarity 申请退货/申请换货 and charge/change my card are still different questions. Empty where nothing is left.
 */
export function verbatimKey(text: string): string {
  return verbatimKeyOf(normaliseText(text))
}

/** The same of a text that normaliseText has read. */
export function verbatimKeyOf(normalised: string): string {
  const english = normalised.replace(MANNERS_EN, ' ')
  const joined = english
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
  const bare = joined.replace(MANNERS_ZH, '').replace(ASKER_ZH, '').replace(PARTICLES_ZH, '')
  return bare.trim()
}
