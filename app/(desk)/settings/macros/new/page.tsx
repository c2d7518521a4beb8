import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { SettingsPane } from '../../settings-pane'
import { MacroEditor } from '../macro-editor'

export default async function NewMacroPage() {
  const agent = await requireAgent()
  const t = await getTranslations('macros')
  return (
    <SettingsPane title={t('form.newTitle')}>
      <MacroEditor macro={null} isAdmin={agent.role === 'admin'} agentName={agent.name} />
    </SettingsPane>
  )
}
