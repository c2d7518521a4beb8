import { getTranslations } from 'next-intl/server'
import type { SettingsSection } from './sections'

/** What a page of the settings is called in the browser's tabs and its history: as in the list beside it. */
export function titled(section: SettingsSection) {
  return async () => ({ title: (await getTranslations('settings.sections'))(section) })
}
