import { Plus, Webhook } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { listChannels } from '@/lib/channels/list-channels'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'
import { Tag } from '../../../_components/tag'
import { AdminOnly } from '../admin-only'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'

export const generateMetadata = titled('channels')

export default async function ChannelsPage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [t, channels] = await Promise.all([getTranslations('settings'), listChannels()])
  const newButton = (
    <Button asChild variant="go" size="small">
      <Link href="/settings/channels/new">
        <Plus />
        {t('channels.new')}
      </Link>
    </Button>
  )
  return (
    <SettingsPane title={t('sections.channels')} lead={t('channels.lead')} actions={channels.length > 0 && newButton}>
      {channels.length === 0 ? (
        <EmptyState icon={<Webhook />} title={t('channels.empty.title')} action={newButton}>
          {t('channels.empty.body')}
        </EmptyState>
      ) : (
        <ul className="border-t">
          {channels.map((channel) => (
            <li key={channel.id} className="border-b">
              <Link href={`/settings/channels/${channel.id}`} className="-mx-2 flex h-13 items-center gap-2 rounded-md px-2 hover:bg-sunk">
                <span className="min-w-0 grow">
                  <span className="block truncate font-medium">{channel.name}</span>
                  <span className="block truncate text-ink-3 text-sm">
                    {t(`channels.kinds.${channel.kind}`)} ·{' '}
                    {channel.outgoingKind === 'none'
                      ? t('channels.repliesStay')
                      : t('channels.repliesGo', { place: channel.outgoingUrl ?? t(`channels.outgoingKinds.${channel.outgoingKind}`) })}
                  </span>
                </span>
                {!channel.isEnabled && <Tag className="border-amber text-amber">{t('channels.disabled')}</Tag>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </SettingsPane>
  )
}
