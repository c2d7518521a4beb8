import { readCitations } from '@/lib/suggestions/grounding/read-citations'

/** A draft with its marks as the agent sees them. */
export function CitedText({ text, lang }: { text: string; lang: string }) {
  const parts: { at: number; text: string; isMark: boolean }[] = []
  let end = 0
  for (const { start, end: markEnd } of readCitations(text, 0).marks) {
    parts.push({ at: end, text: text.slice(end, start), isMark: false }, { at: start, text: text.slice(start, markEnd), isMark: true })
    end = markEnd
  }
  parts.push({ at: end, text: text.slice(end), isMark: false })
  return (
    <p lang={lang} className="message-text">
      {parts.map((part) =>
        part.isMark ? (
          <span key={part.at} className="rounded-sm bg-accent-bg px-1 font-medium text-accent text-xs">
            {part.text}
          </span>
        ) : (
          <span key={part.at}>{part.text}</span>
        ),
      )}
    </p>
  )
}
