'use client'

import { MoreHorizontal } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonItem } from '@/lib/auth/list-people'
import { Avatar } from '../../../_components/avatar'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../_components/menu'
import { MOMENT } from '../../../_components/moments'
import { Tag } from '../../../_components/tag'
import { Facts } from '../facts'
import { useSettingsAttempt } from '../use-settings-attempt'
import { changeRoleAction, enableAction, type MadeLink, passwordLinkAction } from './actions'
import { DisableDialog } from './disable-dialog'
import { LinkToHand } from './link-to-hand'

export function PersonRow({ person, isMe, origin }: { person: PersonItem; isMe: boolean; origin: string }) {
  const t = useTranslations('people')
  const shell = useTranslations('shell')
  const format = useFormatter()
  const { run, ask, words } = useSettingsAttempt('people', ({ reason }) => (reason === 'last_admin' ? t('lastAdmin') : undefined))
  const [isDisabling, setDisabling] = useState(false)
  const [link, setLink] = useState<MadeLink | null>(null)
  const { id, name, email, role, disabledAt, lastSeenAt, tickets } = person
  const isClosed = disabledAt !== null
  const otherRole = role === 'admin' ? 'agent' : 'admin'
  const when = (date: Date) => format.dateTime(date, MOMENT)
  const facts = [
    email,
    isClosed ? t('closedAt', { when: when(disabledAt) }) : lastSeenAt ? t('lastSeen', { when: when(lastSeenAt) }) : t('neverSeen'),
    tickets > 0 && t('tickets', { n: tickets }),
  ]
  return (
    <div className="py-2">
      <div className="flex min-h-9 items-center gap-3">
        <Avatar name={name} className={cn('size-8', isClosed && 'opacity-50')} />
        <div className={cn('min-w-0 grow', isClosed && 'text-ink-3')}>
          <p className="flex items-center gap-2">
            <span className={cn('truncate font-medium', isClosed && 'line-through')}>{name}</span>
            {isMe && <span className="shrink-0 text-ink-3 text-sm">{t('you')}</span>}
            <Tag>{isClosed ? t('closed') : shell(`role.${role}`)}</Tag>
          </p>
          <Facts facts={facts} />
        </div>
        <Menu>
          <MenuTrigger asChild>
            <Button variant="quiet" size="smallIcon" aria-label={t('manage', { name })}>
              <MoreHorizontal />
            </Button>
          </MenuTrigger>
          <MenuContent align="end">
            {isClosed ? (
              <MenuItem onSelect={() => run(() => enableAction(id))}>{t('enable')}</MenuItem>
            ) : (
              <>
                <MenuItem onSelect={() => run(() => changeRoleAction(id, otherRole))}>
                  {t('makeRole', { role: shell(`role.${otherRole}`) })}
                </MenuItem>
                <MenuItem onSelect={() => ask(() => passwordLinkAction(id), setLink)}>{t('passwordLink')}</MenuItem>
                {!isMe && (
                  <MenuItem className="text-red" onSelect={() => setDisabling(true)}>
                    {t('disable')}
                  </MenuItem>
                )}
              </>
            )}
          </MenuContent>
        </Menu>
      </div>
      {words && (
        <p role="alert" className="mt-1 text-red text-sm">
          {words}
        </p>
      )}
      {link && (
        <div className="mt-2">
          <LinkToHand label={t('passwordLinkOf', { name })} url={origin + link.path} expiresAt={link.expiresAt} />
        </div>
      )}
      <DisableDialog person={person} isOpen={isDisabling} onClose={() => setDisabling(false)} />
    </div>
  )
}
