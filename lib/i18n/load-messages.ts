import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages/zh'

const loaders: Record<Locale, () => Promise<Messages>> = {
  zh: async () => (await import('@/lib/i18n/messages/zh')).zh,
  en: async () => (await import('@/lib/i18n/messages/en')).en,
}

/** Every text of the screens in one language. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return loaders[locale]()
}
