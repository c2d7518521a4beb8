'use client'

import { useTranslations } from 'next-intl'
import type { Problem } from '../../_doors/attempt'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import type { SettingsSection } from './sections'

/**
 * What one does on a page of the settings. One may go elsewhere meanwhile, but for what answers with a secret that is shown once (useAttempt): who left
 * would never see it.
 */
export function useSettingsAttempt(section: SettingsSection, wordsFor?: (problem: Problem) => string | undefined) {
  return useDeskAttempt(useTranslations('settings.sections')(section), wordsFor)
}
