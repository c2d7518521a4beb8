import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { getSetting } from '@/lib/settings/get-setting'
import { AdminOnly } from '../admin-only'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { TargetsForm } from './targets-form'

export const generateMetadata = titled('targets')

export default async function TargetsPage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [t, targets] = await Promise.all([getTranslations('due.settings'), getSetting('response_targets')])
  return (
    <SettingsPane title={t('title')} lead={t('lead')}>
      <TargetsForm targets={targets} />
    </SettingsPane>
  )
}
