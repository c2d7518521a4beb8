import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireAgent } from '@/lib/auth/require-agent'
import { PaneHeader } from '../../_components/pane'
import { Texts } from '../../_texts/texts'
import { SettingsNav } from './settings-nav'

export async function generateMetadata() {
  // A title of its own would take the template from the pages below.
  return { title: { default: (await getTranslations('settings'))('title'), template: '%s · Deskhand' } }
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const agent = await requireAgent()
  const t = await getTranslations('settings')
  return (
    <Texts names={['settings']}>
      <div className="flex h-full min-h-0 max-md:flex-col">
        <div className="flex w-56 shrink-0 flex-col border-r bg-pane max-md:w-full max-md:border-r-0 max-md:border-b">
          <PaneHeader title={t('title')} className="max-md:hidden" />
          <SettingsNav isAdmin={agent.role === 'admin'} />
        </div>
        <div className="min-h-0 min-w-0 grow bg-bg">{children}</div>
      </div>
    </Texts>
  )
}
