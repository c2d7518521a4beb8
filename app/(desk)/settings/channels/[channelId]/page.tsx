import { Unplug } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { listChannels } from '@/lib/channels/list-channels'
import { listInboundEvents } from '@/lib/channels/list-inbound-events'
import { env } from '@/lib/env'
import { Button } from '../../../../_components/button'
import { EmptyState } from '../../../../_components/empty-state'
import { AdminOnly } from '../../admin-only'
import { requestOrigin } from '../../request-origin'
import { SettingsPane } from '../../settings-pane'
import { titled } from '../../titled'
import { ChannelKeeper } from './channel-keeper'
import { ChannelSecret } from './channel-secret'
import { ChannelSettings } from './channel-settings'
import { InboundEvents } from './inbound-events'

type ChannelPageProps = { params: Promise<{ channelId: string }> }

export const generateMetadata = titled('channels')

export default async function ChannelPage({ params }: ChannelPageProps) {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const id = z.uuid().safeParse((await params).channelId).data
  const [t, origin, channels] = await Promise.all([getTranslations('settings.channels'), requestOrigin(), listChannels()])
  const channel = channels.find((each) => each.id === id)
  if (!channel) {
    return (
      <div className="flex h-full">
        <EmptyState
          icon={<Unplug />}
          title={t('gone')}
          action={
            <Button asChild>
              <Link href="/settings/channels">{t('back')}</Link>
            </Button>
          }
        />
      </div>
    )
  }
  const events = await listInboundEvents(channel.id)
  return (
    <SettingsPane
      title={channel.name}
      lead={channel.kind === 'api' ? t('apiLead') : undefined}
      back={{ href: '/settings/channels', label: t('back') }}
    >
      <ChannelKeeper />
      <ChannelSettings key={channel.id} channel={channel} isDemo={env().DEMO} />
      {channel.kind === 'generic' && (
        <ChannelSecret
          id={channel.id}
          origin={origin}
          oldUntil={channel.previousSecretUntil && channel.previousSecretUntil > new Date() ? channel.previousSecretUntil : null}
        />
      )}
      <InboundEvents events={events} />
    </SettingsPane>
  )
}
