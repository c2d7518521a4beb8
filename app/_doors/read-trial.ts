import type { FoundShape, TryShape } from '@/lib/suggestions/try-shape'

type Trial = { found: FoundShape | null; text: string; result: TryShape | null }

/** What an event of a trial says (`/api/faq/try`, the preview of a prompt): what was found, the draft so far, the reply. Null for any other. */
export function readTrial(event: string, data: unknown): Partial<Trial> | null {
  if (event === 'found') return { found: data as FoundShape }
  if (event === 'draft') return { text: (data as { text: string }).text }
  if (event === 'result') return { result: data as TryShape, text: (data as TryShape).text }
  return null
}
