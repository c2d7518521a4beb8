import { getTranslations } from 'next-intl/server'
import { listPeople } from '@/lib/auth/list-people'
import { requireAgent } from '@/lib/auth/require-agent'
import { AdminOnly } from '../admin-only'
import { requestOrigin } from '../request-origin'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { InviteForm } from './invite-form'
import { InviteRow } from './invite-row'
import { PersonRow } from './person-row'

export const generateMetadata = titled('people')

export default async function PeoplePage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [t, settings, { people, invites }, origin] = await Promise.all([
    getTranslations('people'),
    getTranslations('settings'),
    listPeople(),
    requestOrigin(),
  ])
  return (
    <SettingsPane title={settings('sections.people')} lead={t('lead')}>
      <InviteForm origin={origin} />
      {invites.length > 0 && (
        <section aria-labelledby="open-invites">
          <h2 id="open-invites" className="mb-1.5 font-semibold text-base">
            {t('invites')}
          </h2>
          <ul className="border-t">
            {invites.map((invite) => (
              <li key={invite.id} className="border-b">
                <InviteRow invite={invite} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="everybody">
        <h2 id="everybody" className="mb-1.5 font-semibold text-base">
          {t('everybody', { n: people.length })}
        </h2>
        <ul className="border-t">
          {people.map((person) => (
            <li key={person.id} className="border-b">
              <PersonRow person={person} isMe={person.id === agent.id} origin={origin} />
            </li>
          ))}
        </ul>
      </section>
    </SettingsPane>
  )
}
