import { requireAgent } from '@/lib/auth/require-agent'
import { env } from '@/lib/env'
import { currentModel } from '@/lib/inference/current-model'
import { currentRules } from '@/lib/retrieval/rule-store'
import { getSetting } from '@/lib/settings/get-setting'
import { listPromptTemplates } from '@/lib/settings/list-prompt-templates'
import { MAX_PROMPT_CHARACTERS } from '@/lib/settings/prompt-template'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import { systemRoom } from '@/lib/suggestions/prompt-room'
import { listTickets } from '@/lib/tickets/list-tickets'
import type { Language } from '@/prisma/generated/enums'
import { AdminOnly } from '../admin-only'
import { titled } from '../titled'
import { FloorsLine } from './floors-line'
import { PromptDesk } from './prompt-desk'
import { TimeBudget } from './time-budget'

const TICKETS_OFFERED = 20

export const generateMetadata = titled('prompt')

export default async function PromptPage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  const [versions, model, budgetMs, { floors }, tickets] = await Promise.all([
    listPromptTemplates(),
    currentModel(),
    getSetting('suggestion_timeout_ms'),
    currentRules(),
    listTickets(agent, { limit: TICKETS_OFFERED }),
  ])
  const roomFor = (language: Language) =>
    model ? Math.min(MAX_PROMPT_CHARACTERS, systemRoom(model.contextSize, language)) : MAX_PROMPT_CHARACTERS
  const { zh, en } = defaultPrompt
  return (
    <PromptDesk
      versions={versions}
      own={{ zh, en }}
      room={{ zh: roomFor('zh'), en: roomFor('en') }}
      model={model?.name ?? null}
      tickets={tickets.items.map(({ id, number, subject }) => ({ id, number, subject }))}
    >
      <TimeBudget ms={budgetMs} configuredMs={env().SUGGESTION_TIMEOUT_MS} />
      <FloorsLine floors={floors} />
    </PromptDesk>
  )
}
