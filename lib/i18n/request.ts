import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { findCurrentAgent } from '@/lib/auth/require-agent'
import { loadMessages } from '@/lib/i18n/load-messages'
import { DEFAULT_LOCALE, isLocale, knownTimeZone, LOCALE_COOKIE, type Locale, negotiateLocale, TIME_ZONE_COOKIE } from '@/lib/i18n/locales'

/** What was chosen in this browser, else by this person, else what the browser asks for. */
async function chooseLocale(cookie: string | undefined): Promise<Locale> {
  if (isLocale(cookie)) return cookie
  const agent = await findCurrentAgent()
  return agent?.language ?? negotiateLocale((await headers()).get('accept-language')) ?? DEFAULT_LOCALE
}

export default getRequestConfig(async () => {
  const jar = await cookies()
  const locale = await chooseLocale(jar.get(LOCALE_COOKIE)?.value)
  return {
    locale,
    messages: await loadMessages(locale),
    timeZone: knownTimeZone(jar.get(TIME_ZONE_COOKIE)?.value) ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: new Date(),
  }
})
