'use client'

import { CloudAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button'
import { EmptyState } from './empty-state'

function digestOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
}

/** The face of a screen that could not be made; the digest leads to the log. */
export function FailedState({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('errors.page')
  const common = useTranslations('common')
  const digest = digestOf(error)
  return (
    <div role="alert" className="flex h-full min-h-60 grow">
      <EmptyState icon={<CloudAlert />} title={t('title')} action={<Button onClick={retry}>{common('retry')}</Button>}>
        {t('body')}
        {digest && <p className="mt-2 font-mono text-2xs">{t('digest', { digest })}</p>}
      </EmptyState>
    </div>
  )
}
