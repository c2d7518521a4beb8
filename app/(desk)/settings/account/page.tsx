import { getTranslations } from 'next-intl/server'
import { listSessions } from '@/lib/auth/list-sessions'
import { requireAgent } from '@/lib/auth/require-agent'
import { readSessionToken } from '@/lib/auth/session-cookie'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { SessionRow } from './session-row'

export const generateMetadata = titled('account')

export default async function AccountPage() {
  const agent = await requireAgent()
  const [t, settings, sessions] = await Promise.all([
    getTranslations('people'),
    getTranslations('settings'),
    readSessionToken().then((token) => listSessions(agent, token)),
  ])
  return (
    <SettingsPane title={settings('sections.account')} lead={agent.email}>
      <NameForm name={agent.name} />
      <PasswordForm />
      <section aria-labelledby="sessions">
        <h2 id="sessions" className="mb-1.5 font-semibold text-base">
          {t('sessions')}
        </h2>
        <ul className="border-t">
          {sessions.map((session) => (
            <li key={session.id} className="border-b">
              <SessionRow session={session} />
            </li>
          ))}
        </ul>
      </section>
    </SettingsPane>
  )
}
