import { CopyButton } from './copy-button'

/** Lines to be pasted elsewhere, with their name and their copy button. Long ones wrap on the screen, not in the copy. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="flex items-end justify-between gap-2">
        <span className="font-medium text-ink-2 text-sm">{label}</span>
        <CopyButton text={code} label={label} />
      </figcaption>
      <pre className="wrap-anywhere whitespace-pre-wrap rounded-md bg-sunk p-3 font-mono text-ink text-xs leading-5">{code}</pre>
    </figure>
  )
}
