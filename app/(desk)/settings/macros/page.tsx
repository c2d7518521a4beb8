import { MessageSquareText, Plus, SearchX } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { listMacros } from '@/lib/macros/list-macros'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { MacroRow } from './macro-row'
import { MacroSearch } from './macro-search'

type MacrosPageProps = { searchParams: Promise<{ q?: string | string[] }> }

export const generateMetadata = titled('macros')

export default async function MacrosPage({ searchParams }: MacrosPageProps) {
  const [agent, { q }] = await Promise.all([requireAgent(), searchParams])
  const words = typeof q === 'string' ? q.slice(0, 100) : ''
  const [t, settings, macros] = await Promise.all([
    getTranslations('macros'),
    getTranslations('settings'),
    // Own and everybody's, 500 of each at most (lib/macros/create-macro.ts).
    listMacros(agent, { q: words, limit: 1_000 }),
  ])
  const add = (
    <Button asChild variant="go" size="small">
      <Link href="/settings/macros/new">
        <Plus />
        {t('new')}
      </Link>
    </Button>
  )
  return (
    <SettingsPane title={settings('sections.macros')} lead={t('lead')} actions={(macros.length > 0 || words) && add}>
      {(macros.length > 0 || words) && <MacroSearch q={words} count={macros.length} />}
      {macros.length > 0 ? (
        <ul className="border-t">
          {macros.map((macro) => (
            <li key={macro.id} className="border-b">
              <MacroRow macro={macro} />
            </li>
          ))}
        </ul>
      ) : words ? (
        <EmptyState icon={<SearchX />} title={t('nothing.title')}>
          {t('nothing.body')}
        </EmptyState>
      ) : (
        <EmptyState icon={<MessageSquareText />} title={t('empty.title')} action={add}>
          {t('empty.body')}
        </EmptyState>
      )}
    </SettingsPane>
  )
}
