import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { SettingsPane } from '../../settings-pane'
import { titled } from '../../titled'
import { MacroEditor } from '../macro-editor'

export const generateMetadata = titled('macros')

export default async function NewMacroPage() {
  const agent = await requireAgent()
  const t = await getTranslations('macros')
  return (
    <SettingsPane title={t('form.newTitle')} back={{ href: '/settings/macros', label: t('back') }}>
      <MacroEditor macro={null} isAdmin={agent.role === 'admin'} agentName={agent.name} />
    </SettingsPane>
  )
}
