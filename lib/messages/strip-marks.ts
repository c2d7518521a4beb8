import { readCitations } from '@/lib/suggestions/grounding/read-citations'

/**
 * A reply without the citation marks that its draft has put there. Brackets with other numbers stay: an "offer [2]" that
 * the agent wrote, under a draft that cites no rule 2, is what the agent meant to say.
 */
export function stripMarks(text: string, draft: string): string {
  const drafted = new Set(readCitations(draft, 0).marks.flatMap(({ positions }) => positions))
  let stripped = ''
  let end = 0
  for (const mark of readCitations(text, 0).marks) {
    if (!mark.positions.every((position) => drafted.has(position))) continue
    stripped += text.slice(end, mark.start).replace(/[^\S\n]+$/, '')
    end = mark.end
  }
  return (stripped + text.slice(end)).trim()
}
