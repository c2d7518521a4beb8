'use client'

import { useTranslations } from 'next-intl'
import type { ImportCounts } from '@/lib/faq/import/plan-import'
import type { ImportMode } from '@/lib/faq/read-import/schema'
import { Button } from '../../../_components/button'

type ImportBarProps = {
  counts: ImportCounts
  mode: ImportMode
  busy: 'look' | 'begin' | null
  onMode: (mode: ImportMode) => void
  onBegin: () => void
}

const MODES = ['all', 'skip'] as const

/** What is done about bad rows, and the button; where there is nothing to do, why. */
export function ImportBar({ counts, mode, busy, onMode, onBegin }: ImportBarProps) {
  const t = useTranslations('faqImport')
  const changes = counts.create + counts.update
  const reason = changes === 0 ? t('nothing') : counts.bad > 0 && mode === 'all' ? t('mend', { n: counts.bad }) : null
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-5 gap-y-2 border-t bg-pane px-7 py-2.5 max-md:px-4">
      {counts.bad > 0 && (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <legend className="sr-only">{t('mode')}</legend>
          {MODES.map((candidate) => (
            <label key={candidate} className="flex items-center gap-1.5">
              <input type="radio" name="mode" className="accent-accent" checked={mode === candidate} onChange={() => onMode(candidate)} />
              {t(`modes.${candidate}`, { n: counts.bad })}
            </label>
          ))}
        </fieldset>
      )}
      <span className="grow" />
      {reason && (
        <span id="import-reason" className="text-ink-3 text-sm">
          {reason}
        </span>
      )}
      <Button
        variant="go"
        disabled={reason !== null}
        aria-disabled={busy !== null}
        aria-describedby={reason ? 'import-reason' : undefined}
        onClick={onBegin}
      >
        {busy === 'begin' ? t('sending') : t('begin', { n: changes })}
      </Button>
    </footer>
  )
}
