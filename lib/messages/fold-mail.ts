import { type MailLine, markMail } from '@/lib/suggestions/strip-mail'

export type MailPart = { kind: MailLine; text: string }

/** A quoted line or two between answers belongs to what is read; what follows them at the end does not. */
const SHORT_QUOTE_LINES = 3
const SHORT_QUOTE_CHARACTERS = 240

/**
 * A message in parts, in order and complete but for blank lines between them: what was written, what is quoted and what
 * is a signature. A message that is nothing but a forward is all written. A short quote with an answer below it stays
 * part of what is written, and so does a signature of one line: a click to see "Thanks!" is no help. Linear in the length.
 */
export function foldMail(text: string): MailPart[] {
  const lines = text.split('\n')
  const kinds = markMail(lines)
  const runs: { kind: MailLine; lines: string[] }[] = []
  for (const [place, line] of lines.entries()) {
    const kind = kinds[place] ?? 'written'
    const last = runs.at(-1)
    if (last && (last.kind === kind || line.trim() === '')) last.lines.push(line)
    else runs.push({ kind, lines: [line] })
  }
  if (!runs.some(({ kind, lines: run }) => kind === 'written' && run.some((line) => line.trim() !== ''))) return [{ kind: 'written', text }]
  const lastWritten = runs.findLastIndex(({ kind }) => kind === 'written')
  const parts: MailPart[] = []
  for (const [place, run] of runs.entries()) {
    const words = run.lines.join('\n').replace(/^\n+/, '').trimEnd()
    if (words === '') continue
    const isShort = run.lines.length <= SHORT_QUOTE_LINES && words.length <= SHORT_QUOTE_CHARACTERS
    const isRead = run.kind === 'quoted' ? isShort && place < lastWritten : run.kind === 'signature' && !words.includes('\n')
    const kind = isRead ? 'written' : run.kind
    const last = parts.at(-1)
    if (last && last.kind === kind) last.text += `\n${words}`
    else parts.push({ kind, text: words })
  }
  return parts
}
