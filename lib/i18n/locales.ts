/** The languages of the screens, of the replies and of the rules. */
export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = 'zh'
export const LOCALE_COOKIE = 'locale'
/** The browser's IANA time zone; a script writes it, so that the server can say "10:02" as the agent's clock does. */
export const TIME_ZONE_COOKIE = 'tz'

export function isLocale(text: string | undefined | null): text is Locale {
  return text === 'zh' || text === 'en'
}

/** The first language of an Accept-Language header that we speak, by its q-values; null when there is none. */
export function negotiateLocale(acceptLanguage: string | null): Locale | null {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { language } of wanted) if (isLocale(language)) return language
  return null
}

/** The time zone if this machine knows it, else undefined. */
export function knownTimeZone(name: string | undefined): string | undefined {
  if (!name || name.length > 64) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    // RangeError: a name this machine does not know. The server's own zone serves.
    return undefined
  }
}
