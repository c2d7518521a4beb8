export type Sentence = {
  /** `source.slice(start, end)`, without space at its ends. */
  text: string
  start: number
  end: number
}

const ABBREVIATION =
  /(?:^|[\s(["'])(?:mr|mrs|ms|dr|prof|st|nr|vs|approx|e\.g|i\.e|cf|fig|dept|tel|ext|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i
// These end sentences too: "by 5 p.m. Orders after …".
const MAYBE_END = /(?:^|[\s(["'\d])(?:a\.m|p\.m|etc|inc|ltd|co|corp|u\.s|u\.k|[a-z])$/i
// "order no. 5" goes on; "No. Orders over …" is an answer.
const NUMBER_SIGN = /(?:^|[\s(["'])no$/i
const CLOSERS = /["'”’」』）)\]】》]/
const MARK = /^\s{0,3}[[［【]\s?\d{1,3}(?:\s?[,，、]\s?\d{1,3})*\s?[\]］】]/

/**
 * The sentences of a Chinese or English text, with their places in it. Splits after 。！？；… and line breaks, and after
 * . ! ? ; before a space; not in decimals, abbreviations, initials, list numbers ("1. ") and links. Closing quotes and
 * citation marks, `[2]`, stay with the sentence before them. Linear in the length of the text.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const push = (end: number) => {
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    const at = start + raw.length - raw.trimStart().length
    if (trimmed) sentences.push({ text: trimmed, start: at, end: at + trimmed.length })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    if (!endsSentence(text, i, start)) continue
    let end = i + 1
    while (end < text.length && /[。！？…!?.；;]/.test(text[end] ?? '')) end++
    while (end < text.length && CLOSERS.test(text[end] ?? '')) end++
    for (let mark = MARK.exec(text.slice(end, end + 40)); mark; mark = MARK.exec(text.slice(end, end + 40))) {
      end += mark[0].length
      // "退货[1]。": the stop after the mark belongs to it.
      while (end < text.length && /[。！？；.]/.test(text[end] ?? '') && /[\s[［【]|$/.test(text[end + 1] ?? '')) end++
    }
    push(end)
    i = end - 1
  }
  push(text.length)
  return joinLoneMarks(sentences, text)
}

function endsSentence(text: string, at: number, start: number): boolean {
  const char = text[at] ?? ''
  if (/[。！？；…\n]/.test(char)) return true
  if (!/[.!?;]/.test(char)) return false
  const next = text[at + 1]
  const hanNext = next !== undefined && /\p{Script=Han}/u.test(next)
  if (char !== '.') return next === undefined || /[\s"'”’)\]【[!?]/.test(next) || (hanNext && !isLink(text, at))
  if (next !== undefined && !/[\s"'”’)【[]/.test(next) && !(hanNext && !/\d/.test(text[at - 1] ?? '') && !isLink(text, at))) return false
  const before = text.slice(Math.max(start, at - 12), at)
  if (/^\s*\d{1,2}$/.test(before) && text.slice(start, at).trim().length <= 2 && next === ' ') return false
  if (ABBREVIATION.test(before)) return false
  if (NUMBER_SIGN.test(before) && /^\s*(?:#|[A-Z]{0,5}-?\d)/.test(text.slice(at + 1, at + 10))) return false
  return !(MAYBE_END.test(before) && /^\s+[a-z0-9(]/.test(text.slice(at + 1, at + 4)))
}

function isLink(text: string, at: number): boolean {
  return /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]{0,200}$/u.test(text.slice(Math.max(0, at - 220), at))
}

/** A mark on a line of its own belongs to the sentence above. */
function joinLoneMarks(sentences: Sentence[], text: string): Sentence[] {
  const joined: Sentence[] = []
  for (const sentence of sentences) {
    const last = joined.at(-1)
    if (last && /^(?:[[［【][\d\s,，、]{1,20}[\]］】][。.]?\s*)+$/.test(sentence.text)) {
      last.end = sentence.end
      last.text = text.slice(last.start, last.end)
    } else joined.push({ ...sentence })
  }
  return joined
}
