'use client'

import { Keyboard, LogOut } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import type { Agent } from '@/lib/auth/schema'
import { LOCALES } from '@/lib/i18n/locales'
import { THEMES, type Theme } from '@/lib/i18n/themes'
import { Avatar } from '../_components/avatar'
import { LANGUAGE_NAMES } from '../_components/language-names'
import { useLeave } from '../_components/leave-guard'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator, MenuTrigger } from '../_components/menu'
import { signOutAction } from '../(desk)/sign-out-action'
import { setPreferences } from './actions'

type AccountMenuProps = { agent: Agent; theme: Theme; onShowKeys: () => void }

export function AccountMenu({ agent, theme, onShowKeys }: AccountMenuProps) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const leave = useLeave()
  const [, startTransition] = useTransition()
  const choose = (preferences: Parameters<typeof setPreferences>[0]) => startTransition(() => setPreferences(preferences))
  return (
    <Menu>
      <MenuTrigger aria-label={t('account', { name: agent.name })} className="rounded-full">
        <Avatar name={agent.name} />
      </MenuTrigger>
      <MenuContent side="right" align="end" className="w-56">
        <div className="px-2 py-1.5">
          <div className="truncate font-medium">{agent.name}</div>
          <div className="truncate text-ink-3 text-xs">
            {t(`role.${agent.role}`)} · {agent.email}
          </div>
        </div>
        <MenuSeparator />
        <MenuLabel>{t('language')}</MenuLabel>
        <MenuRadioGroup value={locale} onValueChange={(value) => choose({ locale: value })}>
          {LOCALES.map((value) => (
            <MenuRadioItem key={value} value={value} lang={value}>
              {LANGUAGE_NAMES[value]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuLabel>{t('theme')}</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={(value) => choose({ theme: value })}>
          {THEMES.map((value) => (
            <MenuRadioItem key={value} value={value}>
              {t(`themes.${value}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={onShowKeys}>
          <Keyboard />
          {t('keys.open')}
        </MenuItem>
        <MenuItem onSelect={() => leave(() => startTransition(() => signOutAction()))}>
          <LogOut />
          {t('signOut')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
