// [2], [1][3], [1, 2], 【2】, ［2］. A placeholder for personal data, 【手机号1】, has a word in it and is none.
const MARK = /[[［【]\s?(\d{1,3}(?:\s?[,，、]\s?\d{1,3}){0,9})\s?[\]］】]/g

export type Citations = {
  /** Numbers of the given rules that the text cites, each once, in the order of the text. */
  positions: number[]
  /** Numbers that no given rule has. */
  unknown: number[]
  /** Every mark with its place in the text. */
  marks: { positions: number[]; start: number; end: number }[]
}

/** The citation marks of a draft; a number counts only between 1 and `ruleCount`. */
export function readCitations(text: string, ruleCount: number): Citations {
  const marks = [...text.matchAll(MARK)].map((match) => ({
    positions: (match[1] ?? '').split(/[,，、]/).map(Number),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const cited = new Set(marks.flatMap((mark) => mark.positions))
  const isGiven = (position: number) => position >= 1 && position <= ruleCount
  return { positions: [...cited].filter(isGiven), unknown: [...cited].filter((position) => !isGiven(position)), marks }
}

/** The text that customers get: without citation marks and the space before them. */
export function stripCitations(text: string): string {
  return text.replace(new RegExp(`[ \\t]{0,3}${MARK.source}`, 'g'), '').trim()
}
