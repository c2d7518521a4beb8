import { normaliseText } from '@/lib/retrieval/normalise-text'
import { classifySentence } from '@/lib/suggestions/grounding/classify-sentence'
import { splitSentences } from '@/lib/suggestions/grounding/split-sentences'
import { maskPersonalData } from '@/lib/suggestions/personal-data/mask-personal-data'

export type SentReply = { ticketId: string; ticketNumber: number; text: string }

/** A sentence that agents really sent, personal data masked, with the tickets it was sent in. */
export type SentSentence = { text: string; tickets: { id: string; number: number }[] }

/** An answer of more sentences than this is a pile, not an answer. */
const MAX_SENTENCES = 12
const GREETING = /^(?:您好|你好|亲爱的[^，,！!。]{0,10}|亲|(?:hello|hi|hey|dear)\b(?: [^\s,!.]{1,24}){0,2})[，,！!~～\s]+/i

/**
 * What the replies say, each sentence once: the reply whose sentences most others share comes first and whole, then what others add.
 * Courtesy, holding texts and greetings are left out. Nothing is worded anew.
 */
export function collectSentences(replies: readonly SentReply[]): SentSentence[] {
  const found = new Map<string, SentSentence>()
  const keysOf = replies.map((reply) =>
    readStatements(reply.text).map((text) => {
      const key = normaliseText(text)
      const sentence = found.get(key) ?? { text, tickets: [] }
      if (!sentence.tickets.some(({ id }) => id === reply.ticketId))
        sentence.tickets.push({ id: reply.ticketId, number: reply.ticketNumber })
      found.set(key, sentence)
      return key
    }),
  )
  const shared = (keys: string[]) => keys.reduce((sum, key) => sum + (found.get(key)?.tickets.length ?? 0) - 1, 0)
  const ordered = keysOf
    .map((keys, index) => ({ keys, index, weight: shared(keys) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
  return [...new Set(ordered.flatMap(({ keys }) => keys))].flatMap((key) => found.get(key) ?? []).slice(0, MAX_SENTENCES)
}

function readStatements(reply: string): string[] {
  const { masked } = maskPersonalData(reply)
  return splitSentences(masked)
    .map(({ text }) => text.replace(GREETING, '').trim())
    .filter((text) => text !== '' && normaliseText(text) !== '' && classifySentence(text) === 'statement')
}
