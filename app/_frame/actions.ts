'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { LOCALE_COOKIE, LOCALES } from '@/lib/i18n/locales'
import { THEME_COOKIE, THEMES } from '@/lib/i18n/themes'

const YEAR_SECONDS = 31_536_000

const preferencesSchema = z.object({ locale: z.enum(LOCALES).optional(), theme: z.enum(THEMES).optional() })
/** As a form control hands it over; the schema decides. */
type PreferencesInput = { locale?: string; theme?: string }

/** Language and appearance of this browser. Open to everyone: the sign-in page has them too. */
export async function setPreferences(input: PreferencesInput): Promise<void> {
  const { locale, theme } = preferencesSchema.parse(input)
  const jar = await cookies()
  const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' as const }
  if (locale) jar.set(LOCALE_COOKIE, locale, options)
  if (theme) jar.set(THEME_COOKIE, theme, options)
}
