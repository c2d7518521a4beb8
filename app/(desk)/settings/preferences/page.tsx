import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { THEME_COOKIE, toTheme } from '@/lib/i18n/themes'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { PreferencesForm } from './preferences-form'

export const generateMetadata = titled('preferences')

export default async function PreferencesPage() {
  await requireAgent()
  const [t, jar] = await Promise.all([getTranslations('settings'), cookies()])
  return (
    <SettingsPane title={t('sections.preferences')} lead={t('preferences.lead')}>
      <PreferencesForm theme={toTheme(jar.get(THEME_COOKIE)?.value)} />
    </SettingsPane>
  )
}
