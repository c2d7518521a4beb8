import { fillOf, type Tone } from './tones'

/** The parts of one whole, side by side. The figures stand beside it, so it is for the eye alone. */
export function PartBar({ parts, of }: { parts: { tone: Tone; value: number }[]; of: number }) {
  let at = 0
  return (
    <svg aria-hidden="true" className="block h-3 w-full">
      {parts.map(({ tone, value }, index) => {
        const x = at
        at += of > 0 ? (value / of) * 100 : 0
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in one order
          <rect key={index} x={`${x}%`} width={`${at - x}%`} height="12" fill={fillOf(tone)} />
        )
      })}
    </svg>
  )
}
