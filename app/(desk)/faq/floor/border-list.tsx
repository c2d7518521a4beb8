'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { judgeFloor, KeptEvidence } from '@/lib/retrieval/floor/floor-evidence'
import { useScore } from './use-score'

type BorderListProps = {
  kind: 'loses' | 'letsThrough'
  evidence: KeptEvidence
  wanted: number
  judged: ReturnType<typeof judgeFloor>
  language: string
  ruleNames: Record<string, string>
}

/** Nearest to the floor first: those a small move decides about. */
const SHOWN = 4

/** What the floor does to one kind of question: how many, and those nearest to it. */
export function BorderList({ kind, evidence, wanted, judged, language, ruleNames }: BorderListProps) {
  const t = useTranslations(`faqFloor.${kind}`)
  const format = useFormatter()
  const score = useScore()
  const [n, of] = kind === 'loses' ? [judged.loses, judged.answered] : [judged.letsThrough, judged.unanswered]
  const isOver = (example: { score: number }) => Math.floor(example.score * 100) >= wanted
  const nearest =
    kind === 'loses'
      ? evidence.foundExamples
          .filter((example) => !isOver(example))
          .slice(-SHOWN)
          .reverse()
      : evidence.foreignExamples.filter(isOver).slice(0, SHOWN)
  return (
    <div className="min-w-0">
      <h4 className="flex items-baseline gap-2 font-medium text-sm">
        <span
          aria-hidden
          className={kind === 'loses' ? 'h-0.5 w-4 self-center bg-amber' : 'w-4 self-center border-sky border-t-2 border-dashed'}
        />
        {t('title')}
        <span className="font-semibold">
          {format.number(n / of, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })}
        </span>
      </h4>
      <p className="mt-0.5 text-ink-3 text-xs">{t('counted', { n, of })}</p>
      {nearest.length > 0 ? (
        <ul className="mt-1.5 border-t">
          {nearest.map(({ text, score: reached, ruleId }) => (
            <li key={`${reached} ${text}`} className="border-b py-1.5 text-sm">
              <div className="flex gap-2">
                <span lang={language} className="wrap-anywhere min-w-0 grow">
                  {text}
                </span>
                <span className="shrink-0 text-ink-3">{score(Math.floor(reached * 100) / 100)}</span>
              </div>
              {ruleId && ruleNames[ruleId] && (
                <div className="truncate text-ink-3 text-xs">
                  {t('rule')}{' '}
                  <Link
                    href={`/faq?rule=${ruleId}`}
                    lang={language}
                    className="text-accent underline underline-offset-3 hover:no-underline"
                  >
                    {ruleNames[ruleId]}
                  </Link>
                </div>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1.5 text-ink-3 text-sm">{t('none')}</p>
      )}
    </div>
  )
}
