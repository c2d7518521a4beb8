'use client'

import { usePathname } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { LOCALES } from '@/lib/i18n/locales'
import { THEMES } from '@/lib/i18n/themes'
import { LANGUAGE_NAMES } from '../_components/language-names'
import { useLeave } from '../_components/leave-guard'
import { setPreferences } from '../_frame/actions'
import { KEYS, scopesAt } from '../_keys/keys'
import { signOutAction } from '../(desk)/sign-out-action'
import type { PaletteItem } from './palette-item'
import { pressCombo } from './press-combo'

/** What can be done here: everything of this screen that has a key, then what can be done everywhere. */
export function useDeeds(): PaletteItem[] {
  const keys = useTranslations('keys')
  const shell = useTranslations('shell')
  const locale = useLocale()
  const leave = useLeave()
  const [, startTransition] = useTransition()
  const deed = (id: string, label: string, run: () => void, more?: Partial<PaletteItem>): PaletteItem =>
    ({ id: `deed-${id}`, group: 'deeds', label, run, ...more }) as PaletteItem
  const ofScreen = scopesAt(usePathname()).flatMap((scope) =>
    KEYS[scope]
      .filter(({ isDeed }) => isDeed)
      .map(({ combos, name }) =>
        deed(`${scope}-${name}`, keys(`${scope}.${name}` as 'everywhere.help'), () => pressCombo(combos[0]), {
          combos,
          detail: keys(`scopes.${scope}`),
        }),
      ),
  )
  return [
    ...ofScreen,
    ...THEMES.map((theme) =>
      deed(`theme-${theme}`, shell(`themes.${theme}`), () => startTransition(() => setPreferences({ theme })), { detail: shell('theme') }),
    ),
    ...LOCALES.filter((each) => each !== locale).map((each) =>
      deed(`locale-${each}`, LANGUAGE_NAMES[each], () => startTransition(() => setPreferences({ locale: each })), {
        detail: shell('language'),
        lang: each,
      }),
    ),
    deed('sign-out', shell('signOut'), () => leave(() => startTransition(() => signOutAction()))),
  ]
}
