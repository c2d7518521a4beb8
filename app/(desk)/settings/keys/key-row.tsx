'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ApiKeyItem } from '@/lib/auth/list-api-keys'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { MOMENT } from '../../../_components/moments'
import { Popover, PopoverContent, PopoverTrigger } from '../../../_components/popover'
import { Tag } from '../../../_components/tag'
import { Facts } from '../facts'
import { useSettingsAttempt } from '../use-settings-attempt'
import { revokeApiKeyAction } from './actions'
import { isScope } from './scopes'

export function KeyRow({ apiKey }: { apiKey: ApiKeyItem }) {
  const t = useTranslations('settings.keys')
  const common = useTranslations('common')
  const format = useFormatter()
  const { run, isPending, words } = useSettingsAttempt('keys')
  const isRevoked = apiKey.revokedAt !== null
  const when = format.dateTime(apiKey.createdAt, { dateStyle: 'medium' })
  const facts = [
    apiKey.scopes.map((scope) => (isScope(scope) ? t(`scopeNames.${scope}`) : scope)).join(common('listEnd')),
    apiKey.createdBy ? t('createdBy', { name: apiKey.createdBy.name, when }) : t('createdAt', { when }),
    apiKey.lastUsedAt ? t('lastUsed', { when: format.dateTime(apiKey.lastUsedAt, MOMENT) }) : t('neverUsed'),
  ]
  return (
    <div className="flex min-h-13 items-center gap-3 py-2">
      <div className={cn('min-w-0 grow', isRevoked && 'text-ink-3')}>
        <p className="flex items-baseline gap-2">
          <span className={cn('truncate font-medium', isRevoked && 'line-through')}>{apiKey.name}</span>
          <code className="font-mono text-ink-3 text-xs">{apiKey.prefix}…</code>
        </p>
        <Facts facts={facts} />
        {words && <p className="text-red text-sm">{words}</p>}
      </div>
      {isRevoked ? (
        <Tag>{t('revoked')}</Tag>
      ) : (
        <Popover>
          <PopoverTrigger asChild>
            <Button variant="danger" size="small" aria-label={`${t('revoke')}: ${apiKey.name}`}>
              {t('revoke')}
            </Button>
          </PopoverTrigger>
          <PopoverContent align="end">
            <p className="mb-3 text-ink-2 text-sm leading-5">{t('revokeAsk')}</p>
            <Button variant="danger" aria-disabled={isPending} onClick={() => !isPending && run(() => revokeApiKeyAction(apiKey.id))}>
              {t('revokeConfirm')}
            </Button>
          </PopoverContent>
        </Popover>
      )}
    </div>
  )
}
