'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { LOCALES } from '@/lib/i18n/locales'
import { Button } from '../_components/button'
import { LANGUAGE_NAMES } from '../_components/language-names'
import { setPreferences } from '../_frame/actions'

export function LanguageSwitch() {
  const t = useTranslations('shell')
  const current = useLocale()
  const [, startTransition] = useTransition()
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{t('language')}</legend>
      {LOCALES.map((locale) => (
        <Button
          key={locale}
          lang={locale}
          variant="quiet"
          size="small"
          aria-pressed={locale === current}
          className="aria-pressed:font-medium aria-pressed:text-ink"
          onClick={() => startTransition(() => setPreferences({ locale }))}
        >
          {LANGUAGE_NAMES[locale]}
        </Button>
      ))}
    </fieldset>
  )
}
