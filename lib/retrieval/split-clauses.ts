const ENDS = /[。！？!?；;…\n]+|(?<=[\p{L}\p{N}])\.\s|[，,](?=.{6})/u
/** Shorter ones ask nothing: 你好, ok. */
const MIN_LENGTH = 4

/** The clauses of a message, in order: what one can be asked in. Fewer than two mean that there is nothing to choose from. */
export function splitClauses(text: string): string[] {
  return text
    .split(ENDS)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= MIN_LENGTH)
}
