'use client'

import { useTranslations } from 'next-intl'
import { judgeFloor, type KeptEvidence } from '@/lib/retrieval/floor/floor-evidence'

const [WIDTH, HEIGHT] = [400, 110]

/** What every floor would lose (solid) and let through (dashed), with a line at the one that is wanted. The table says the same in figures. */
export function FloorChart(props: { evidence: KeptEvidence; wanted: number; calibrated: number | null; label: string }) {
  const { evidence, wanted, calibrated, label } = props
  const t = useTranslations('faqFloor')
  const line = (part: 'loses' | 'letsThrough') =>
    Array.from({ length: 101 }, (_, floor) => {
      const judged = judgeFloor(evidence, floor)
      const share = part === 'loses' ? judged.loses / judged.answered : judged.letsThrough / judged.unanswered
      return `${(floor / 100) * WIDTH},${(HEIGHT - share * HEIGHT).toFixed(1)}`
    }).join(' ')
  return (
    <figure className="mt-4">
      <div className="flex justify-between text-2xs text-ink-3">
        <span>100%</span>
        {calibrated !== null && <span>{t('tick')}</span>}
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        className="block h-32 w-full overflow-visible border-b border-l"
      >
        {calibrated !== null && (
          <line
            x1={calibrated * WIDTH}
            x2={calibrated * WIDTH}
            y1={0}
            y2={HEIGHT}
            className="stroke-ink-3"
            strokeDasharray="1 3"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <polyline points={line('loses')} className="fill-none stroke-2 stroke-amber" vectorEffect="non-scaling-stroke" />
        <polyline
          points={line('letsThrough')}
          className="fill-none stroke-2 stroke-sky"
          strokeDasharray="6 4"
          vectorEffect="non-scaling-stroke"
        />
        <line
          x1={(wanted / 100) * WIDTH}
          x2={(wanted / 100) * WIDTH}
          y1={-2}
          y2={HEIGHT + 2}
          className="stroke-2 stroke-accent"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className="flex justify-between text-2xs text-ink-3">
        <span>0.00</span>
        <span>0.50</span>
        <span>1.00</span>
      </div>
    </figure>
  )
}
