import { detectLanguage } from '@/lib/suggestions/detect-language'
import { foldWidth } from '@/lib/suggestions/grounding/text-terms'
import { PERSONAL_DATA_PATTERNS, type PersonalDataKind, PLACEHOLDER_WORDS } from '@/lib/suggestions/personal-data/personal-data-patterns'
import type { Language } from '@/prisma/generated/enums'

export type PersonalData = {
  kind: PersonalDataKind
  /** `【手机号1】` in Chinese, `【phone1】` in English: no square brackets, which the pocket model takes for a citation. */
  placeholder: string
  /** As the customer wrote it. */
  value: string
}

type Span = {
  kind: PersonalDataKind | null
  start: number
  end: number
}

/**
 * Replaces phone numbers, e-mail addresses, identity, card, order and tracking numbers, postal addresses, names, IPs,
 * passwords and links with a token in them. Amounts, dates, durations and counts stay. The same value has one placeholder.
 * It finds what has a form; a name in running text without "my name is" stays.
 * @param known what was found in the ticket's other texts: its values keep their placeholders, and `found` begins with it
 */
export function maskPersonalData(
  text: string,
  options: { language?: Language; known?: readonly PersonalData[] } = {},
): { masked: string; found: PersonalData[] } {
  const language = options.language ?? detectLanguage(text)
  const found = [...(options.known ?? [])]
  let masked = ''
  let at = 0
  for (const span of findSpans(text)) {
    if (span.kind === null) continue
    const data = nameSpan(found, span.kind, text.slice(span.start, span.end), language)
    masked += text.slice(at, span.start) + data.placeholder
    at = span.end
  }
  return { masked: masked + text.slice(at), found }
}

/**
 * Whether `maskPersonalData` would change the text.
 * @param publicText for example the rules: what stands there, such as the shop's own address, is nobody's
 */
export function hasPersonalData(text: string, publicText = ''): boolean {
  return findSpans(text).some((span) => span.kind !== null && !publicText.includes(text.slice(span.start, span.end)))
}

/** Puts the values back; placeholders that are not in `found` stay. */
export function unmask(text: string, found: readonly PersonalData[]): string {
  if (found.length === 0) return text
  const values = new Map(found.map((data) => [data.placeholder, data.value]))
  return text.replace(/【[^【】\s]{1,10}\d{1,4}】/g, (placeholder) => values.get(placeholder) ?? placeholder)
}

function nameSpan(found: PersonalData[], kind: PersonalDataKind, value: string, language: Language): PersonalData {
  const same = found.find((data) => data.kind === kind && data.value === value)
  if (same) return same
  const word = PLACEHOLDER_WORDS[kind][language]
  const used = found.filter((data) => data.placeholder.startsWith(`【${word}`)).length
  const data = { kind, placeholder: `【${word}${used + 1}】`, value }
  found.push(data)
  return data
}

function findSpans(text: string): Span[] {
  const folded = foldWidth(text)
  const taken = new Uint8Array(folded.length)
  const spans: Span[] = []
  for (const { kind, pattern, trim, accept } of PERSONAL_DATA_PATTERNS) {
    for (const match of folded.matchAll(pattern)) {
      const [matched, end] = match.indices?.groups?.v ?? [match.index, match.index + match[0].length]
      const start = matched + (trim?.exec(folded.slice(matched, end))?.[0].length ?? 0)
      if (start === end || taken.subarray(start, end).includes(1)) continue
      if (accept && !accept(folded.slice(start, end), folded.slice(Math.max(0, start - 20), start))) continue
      taken.fill(1, start, end)
      spans.push({ kind, start, end })
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}
