import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { SettingsPane } from '../../settings-pane'
import { MacroEditor } from '../macro-editor'

export default async function NewMacroPage() {
  const agent = await requireAgent()
  const t = await getTranslations('macros')
  return (
    <SettingsPane title={t('form.newTitle')} back={{ href: '/settings/macros', label: t('back') }}>
      <MacroEditor macro={null} isAdmin={agent.role === 'admin'} agentName={agent.name} />
    </SettingsPane>
  )
}
