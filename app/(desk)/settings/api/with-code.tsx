/** A text in which names that stand between backticks are set as code. */
export function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      // A part is known by its place alone.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <code key={at} className="font-mono text-[0.92em] text-ink">
        {part}
      </code>
    ) : (
      part
    ),
  )
}
