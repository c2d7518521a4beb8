/** The figures of a panel as a file. */
export function CsvLink({ href, label, word }: { href: string; label?: string; word?: string }) {
  return (
    <a
      href={href}
      download
      aria-label={label}
      className="rounded-md border border-line-strong px-2 py-1 text-ink-2 text-xs leading-4 transition-colors hover:bg-sunk hover:text-ink"
    >
      {word}
    </a>
  )
}
