'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { LOCALES } from '@/lib/i18n/locales'
import { THEMES, type Theme } from '@/lib/i18n/themes'
import { Field } from '../../../_components/field'
import { Select } from '../../../_components/input'
import { LANGUAGE_NAMES } from '../../../_components/language-names'
import { setPreferences } from '../../../_frame/actions'

export function PreferencesForm({ theme }: { theme: Theme }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const [, startTransition] = useTransition()
  return (
    <div className="flex max-w-72 flex-col gap-4">
      <Field id="language" label={t('language')}>
        <Select id="language" value={locale} onChange={(event) => startTransition(() => setPreferences({ locale: event.target.value }))}>
          {LOCALES.map((value) => (
            <option key={value} value={value} lang={value}>
              {LANGUAGE_NAMES[value]}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="theme" label={t('theme')}>
        <Select id="theme" value={theme} onChange={(event) => startTransition(() => setPreferences({ theme: event.target.value }))}>
          {THEMES.map((value) => (
            <option key={value} value={value}>
              {t(`themes.${value}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
