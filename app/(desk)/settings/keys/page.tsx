import { KeyRound } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { listApiKeys } from '@/lib/auth/list-api-keys'
import { requireAgent } from '@/lib/auth/require-agent'
import { EmptyState } from '../../../_components/empty-state'
import { AdminOnly } from '../admin-only'
import { requestOrigin } from '../request-origin'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { KeyRow } from './key-row'
import { NewKey } from './new-key'

export const generateMetadata = titled('keys')

export default async function KeysPage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [t, keys, origin] = await Promise.all([getTranslations('settings'), listApiKeys(), requestOrigin()])
  return (
    <SettingsPane title={t('sections.keys')} lead={t('keys.lead')}>
      <p className="text-ink-2 text-sm">
        {t.rich('keys.document', {
          link: (words) => (
            <Link href="/settings/api" className="rounded-sm underline underline-offset-3 hover:text-ink">
              {words}
            </Link>
          ),
        })}
      </p>
      <NewKey origin={origin} />
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t('keys.empty.title')}>
          {t('keys.empty.body')}
        </EmptyState>
      ) : (
        <ul className="border-t">
          {keys.map((key) => (
            <li key={key.id} className="border-b">
              <KeyRow apiKey={key} />
            </li>
          ))}
        </ul>
      )}
    </SettingsPane>
  )
}
