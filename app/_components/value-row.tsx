import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'

/** A value to be pasted elsewhere: its name, itself, its copy button. */
export function ValueRow({ label, value, hint }: { label: string; value: string; hint?: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="font-medium text-ink-2 text-sm">{label}</span>
      <div className="flex items-center gap-2">
        <code className="min-w-0 grow select-all rounded-md bg-sunk px-2.5 py-1.5 font-mono text-ink text-xs leading-4 wrap-anywhere">
          {value}
        </code>
        <CopyButton text={value} label={label} />
      </div>
      {hint && <p className="text-ink-3 text-xs">{hint}</p>}
    </div>
  )
}
