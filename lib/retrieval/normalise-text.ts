import { foldChinese } from '@/lib/retrieval/fold-chinese'
import { foldEnglish } from '@/lib/retrieval/fold-english'

const APOSTROPHES = /[\u2018\u2019\u02bc\u0060\u00b4]/g
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Co}]/gu
// A point between digits belongs to the number; every other sign only separates.
const SEPARATORS = /[^\p{L}\p{M}\p{N}.]+|(?<!\p{Nd})\.|\.(?!\p{Nd})/gu
// 1,299 and 1299 are one amount.
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g

/**
 * The one form in which questions and rules are compared: NFKC, lower case, Simplified characters, contractions written out, ways to ask
 * folded, punctuation gone, single spaces. Both sides must pass through here; nobody should read the result.
 */
export function normaliseText(text: string): string {
  if (ASCII.test(text)) return normaliseAscii(text)
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(APOSTROPHES, "'").replace(THOUSANDS, '')
  const words = foldEnglish(plain).replace(SEPARATORS, ' ').trim()
  return foldChinese(words)
}

const ASCII = /^[\0-\x7f]*$/
const ASCII_SEPARATORS = /[^a-z0-9.]+|(?<![0-9])\.|\.(?![0-9])/g

/** The same for what has only ASCII, in half the time: nothing there has another form, is invisible or Chinese. */
function normaliseAscii(text: string): string {
  const lower = text.toLowerCase().replaceAll('`', "'")
  const plain = lower.includes(',') ? lower.replace(THOUSANDS, '') : lower
  return foldEnglish(plain).replace(ASCII_SEPARATORS, ' ').trim()
}
