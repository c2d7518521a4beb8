'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { InviteItem } from '@/lib/auth/list-people'
import { Button } from '../../../_components/button'
import { MOMENT } from '../../../_components/moments'
import { Facts } from '../facts'
import { useSettingsAttempt } from '../use-settings-attempt'
import { revokeInviteAction } from './actions'

export function InviteRow({ invite }: { invite: InviteItem }) {
  const t = useTranslations('people')
  const shell = useTranslations('shell')
  const format = useFormatter()
  const { run, isPending, words } = useSettingsAttempt('people')
  const when = format.dateTime(invite.expiresAt, MOMENT)
  const facts = [
    shell(`role.${invite.role ?? 'agent'}`),
    invite.createdBy && t('invitedBy', { name: invite.createdBy.name }),
    t('until', { when }),
  ]
  return (
    <div className="flex min-h-13 items-center gap-3 py-2">
      <div className="min-w-0 grow">
        <p className="truncate font-medium">{invite.email}</p>
        <Facts facts={facts} />
        {words && <p className="text-red text-sm">{words}</p>}
      </div>
      <Button
        variant="danger"
        size="small"
        aria-disabled={isPending}
        aria-label={`${t('revoke')}: ${invite.email}`}
        onClick={() => !isPending && run(() => revokeInviteAction(invite.id))}
      >
        {t('revoke')}
      </Button>
    </div>
  )
}
