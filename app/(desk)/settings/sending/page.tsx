import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { getSetting } from '@/lib/settings/get-setting'
import { AdminOnly } from '../admin-only'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { UndoSeconds } from './undo-seconds'

export const generateMetadata = titled('sending')

export default async function SendingPage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [t, seconds] = await Promise.all([getTranslations('composer.settings'), getSetting('undo_send_seconds')])
  return (
    <SettingsPane title={t('title')} lead={t('lead')}>
      <UndoSeconds seconds={seconds} />
    </SettingsPane>
  )
}
