'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { SessionItem } from '@/lib/auth/list-sessions'
import { Button } from '../../../_components/button'
import { MOMENT } from '../../../_components/moments'
import { Tag } from '../../../_components/tag'
import { useSettingsAttempt } from '../use-settings-attempt'
import { revokeSessionAction } from './actions'
import { nameBrowser } from './name-browser'

export function SessionRow({ session }: { session: SessionItem }) {
  const t = useTranslations('people')
  const format = useFormatter()
  const { run, isPending, words } = useSettingsAttempt('account')
  const { id, userAgent, lastSeenAt, isThis } = session
  const name = nameBrowser(userAgent) ?? t('unknownBrowser')
  return (
    <div className="flex min-h-13 items-center gap-3 py-2">
      <div className="min-w-0 grow">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium" title={userAgent ?? undefined}>
            {name}
          </span>
          {isThis && <Tag>{t('thisSession')}</Tag>}
        </p>
        <p className="text-ink-3 text-sm">{t('lastSeen', { when: format.dateTime(lastSeenAt, MOMENT) })}</p>
        {words && <p className="text-red text-sm">{words}</p>}
      </div>
      {!isThis && (
        <Button
          variant="danger"
          size="small"
          aria-disabled={isPending}
          aria-label={`${t('endSession')}: ${name}`}
          onClick={() => !isPending && run(() => revokeSessionAction(id))}
        >
          {t('endSession')}
        </Button>
      )}
    </div>
  )
}
