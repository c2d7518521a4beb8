import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { AppError } from '@/lib/errors'
import { getMacro } from '@/lib/macros/get-macro'
import type { Macro } from '@/lib/macros/schema'
import { SettingsPane } from '../../settings-pane'
import { titled } from '../../titled'
import { MacroEditor } from '../macro-editor'

export const generateMetadata = titled('macros')

export default async function MacroPage({ params }: { params: Promise<{ macroId: string }> }) {
  const agent = await requireAgent()
  const [t, macro] = await Promise.all([getTranslations('macros'), readMacro(agent, (await params).macroId)])
  return (
    <SettingsPane title={macro.title} back={{ href: '/settings/macros', label: t('back') }}>
      <MacroEditor key={macro.id} macro={macro} isAdmin={agent.role === 'admin'} agentName={agent.name} />
    </SettingsPane>
  )
}

async function readMacro(agent: { id: string }, id: string): Promise<Macro> {
  if (!z.uuid().safeParse(id).success) notFound()
  try {
    return await getMacro(agent, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
