import { splitLines } from './rule-form'

export type VariantNote =
  | { kind: 'question'; text: string }
  | { kind: 'long'; text: string }
  | { kind: 'repeated'; text: string; of: string }
  | { kind: 'many'; n: number }

/** As the schema has them; see lib/faq/schema.ts. */
export const MAX_VARIANTS = 50
export const MAX_VARIANT_CHARS = 300

/**
 * What is wrong or useless among the ways to ask, before it is saved: those that say what the question or another one says already differ
 * only in case, width, spaces and signs.
 */
export function variantNotes(question: string, variants: string): VariantNote[] {
  const lines = splitLines(variants)
  const notes: VariantNote[] = []
  const seen = new Map<string, string>()
  const own = fold(question)
  for (const text of lines) {
    const key = fold(text)
    const of = seen.get(key)
    if (text.length > MAX_VARIANT_CHARS) notes.push({ kind: 'long', text })
    else if (key !== '' && key === own) notes.push({ kind: 'question', text })
    else if (of !== undefined) notes.push({ kind: 'repeated', text, of })
    seen.set(key, of ?? text)
  }
  if (lines.length > MAX_VARIANTS) notes.push({ kind: 'many', n: lines.length })
  return notes
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
