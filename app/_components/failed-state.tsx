'use client'

import { useTranslations } from 'next-intl'
import { EmptyState } from './empty-state'

function digestOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
}

/**
 * The face of a screen that could not be made; the digest leads to the log. It comes with every screen, once for each frame that may fail: its button and
 * its sign are drawn here, since those that the screens share would come as often.
 */
export function FailedState({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('errors.page')
  const common = useTranslations('common')
  const digest = digestOf(error)
  return (
    <div role="alert" className="flex h-full min-h-60 grow">
      <EmptyState
        icon={
          <svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeLinecap="round">
            <circle cx="12" cy="12" r="10" />
            <path d="M12 7v6m0 4v.01" />
          </svg>
        }
        title={t('title')}
        action={
          <button
            type="button"
            onClick={retry}
            className="h-8 rounded-md border border-line-strong bg-pane px-3 text-ink-2 text-sm transition-colors hover:bg-sunk hover:text-ink"
          >
            {common('retry')}
          </button>
        }
      >
        {t('body')}
        {digest && <p className="mt-2 font-mono text-2xs">{t('digest', { digest })}</p>}
      </EmptyState>
    </div>
  )
}
