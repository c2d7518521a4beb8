import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages/zh'

// Makes a misspelt message key or locale a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
