import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TIME_ZONE_COOKIE } from '@/lib/i18n/locales'
import { THEME_COOKIE, toTheme } from '@/lib/i18n/themes'
import { TimeZoneKeeper } from './_components/time-zone-keeper'
import { Texts } from './_texts/texts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Deskhand', template: '%s · Deskhand' },
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} data-theme={toTheme(jar.get(THEME_COOKIE)?.value)}>
      <body>
        {/* Without texts it would hand over all there are. */}
        <NextIntlClientProvider messages={{}}>
          <Texts names={['common', 'errors.page']}>{children}</Texts>
        </NextIntlClientProvider>
        <TimeZoneKeeper known={jar.get(TIME_ZONE_COOKIE)?.value ?? null} />
      </body>
    </html>
  )
}
