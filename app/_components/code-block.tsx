import { CopyButton } from './copy-button'

/** Words to be pasted elsewhere, whole lines, with their copy button. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <figure aria-label={label} className="relative rounded-md bg-sunk">
      <div className="absolute top-1.5 right-1.5">
        <CopyButton text={code} label={label} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md p-3 pr-24 font-mono text-ink text-xs leading-5">
        {code}
      </pre>
    </figure>
  )
}
