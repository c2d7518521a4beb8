import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { env } from '@/lib/env'
import { AdminOnly } from '../../admin-only'
import { requestOrigin } from '../../request-origin'
import { SettingsPane } from '../../settings-pane'
import { titled } from '../../titled'
import { NewChannel } from './new-channel'

export const generateMetadata = titled('channels')

export default async function NewChannelPage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [t, origin] = await Promise.all([getTranslations('settings.channels'), requestOrigin()])
  return (
    <SettingsPane title={t('new')} lead={t('newLead')} back={{ href: '/settings/channels', label: t('back') }}>
      <NewChannel origin={origin} isDemo={env().DEMO} />
    </SettingsPane>
  )
}
