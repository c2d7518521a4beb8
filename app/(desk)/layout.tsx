import { cookies } from 'next/headers'
import { type ReactNode, Suspense } from 'react'
import { requireAgent } from '@/lib/auth/require-agent'
import { env } from '@/lib/env'
import { THEME_COOKIE, toTheme } from '@/lib/i18n/themes'
import { listHeldReplies } from '@/lib/messages/list-held-replies'
import { countUnread } from '@/lib/notifications/list-notifications'
import { PageRead } from '../_doors/page-read'
import { Frame } from '../_frame/frame'
import { ModelStrip } from '../_frame/model-strip'
import { HeldProvider } from '../_held/held-provider'
import { HeldStrip } from '../_held/held-strip'
import { LiveProvider } from '../_live/live-provider'
import { Texts } from '../_texts/texts'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [agent, jar] = await Promise.all([requireAgent(), cookies()])
  const [held, unread] = await Promise.all([listHeldReplies(agent), countUnread(agent)])
  const strip = (
    <Suspense>
      <ModelStrip />
    </Suspense>
  )
  return (
    <Texts names={['composer.held', 'errors', 'keys', 'notifications', 'palette', 'settings.sections', 'shell']}>
      <LiveProvider>
        <PageRead at={Date.now()}>
          <HeldProvider initial={held}>
            <Frame agent={agent} theme={toTheme(jar.get(THEME_COOKIE)?.value)} isDemo={env().DEMO} unread={unread} strip={strip}>
              {children}
            </Frame>
            <HeldStrip />
          </HeldProvider>
        </PageRead>
      </LiveProvider>
    </Texts>
  )
}
