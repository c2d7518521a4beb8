'use client'

/** A text while it is written: new words come in softly, and a caret stands where the next one will be. */
export function StreamedText({ text }: { text: string }) {
  return (
    <>
      {cutWords(text).map(({ word, start }) => (
        <span key={start} className="word-in">
          {word}
        </span>
      ))}
      <span className="stream-caret" />
    </>
  )
}

/** Latin words with the space behind them; Han characters by a few, as they are read. */
export function cutWords(text: string): { word: string; start: number }[] {
  return [...text.matchAll(/\p{Script=Han}{1,4}|[^\s\p{Script=Han}]+\s*|\s+/gu)].map(({ 0: word, index }) => ({ word, start: index }))
}
