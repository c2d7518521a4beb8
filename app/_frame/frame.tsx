'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Agent } from '@/lib/auth/schema'
import type { Theme } from '@/lib/i18n/themes'
import { LeaveGuard } from '../_components/leave-guard'
import { useHotkeys } from '../_components/use-hotkeys'
import { useLater } from '../_components/use-later'
import { Palette } from '../_palette/palette'
import { ConnectionStrip } from './connection-strip'
import { Rail } from './rail'

const loadKeys = () => import('./keys-dialog')

type FrameProps = { agent: Agent; theme: Theme; isDemo: boolean; unread: number; strip: ReactNode; children: ReactNode }

/** What every desk screen stands in. The page itself never scrolls; panes do. */
export function Frame({ agent, theme, isDemo, unread, strip, children }: FrameProps) {
  const t = useTranslations('shell')
  const [showsPalette, setShowsPalette] = useState(false)
  const [showsKeys, setShowsKeys] = useState(false)
  const keys = useLater(loadKeys, showsKeys)
  useHotkeys({
    '?': (event) => {
      event.preventDefault()
      setShowsKeys(true)
    },
  })
  return (
    <LeaveGuard>
      <div className="flex h-dvh flex-col overflow-hidden">
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-pane px-3 py-2 shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          {t('skip')}
        </a>
        {strip}
        <ConnectionStrip />
        <div className="flex min-h-0 grow max-md:flex-col-reverse">
          <Rail
            agent={agent}
            theme={theme}
            isDemo={isDemo}
            unread={unread}
            onShowKeys={() => setShowsKeys(true)}
            onSearch={() => setShowsPalette(true)}
          />
          <main id="main" tabIndex={-1} className="min-h-0 min-w-0 grow outline-none">
            {children}
          </main>
        </div>
        <Palette isAdmin={agent.role === 'admin'} isDemo={isDemo} isOpen={showsPalette} onOpen={setShowsPalette} />
        {keys && <keys.KeysDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} />}
      </div>
    </LeaveGuard>
  )
}
