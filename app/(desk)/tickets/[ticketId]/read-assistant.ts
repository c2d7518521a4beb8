import { getRuleStates } from '@/lib/faq/get-rule-states'
import { currentModel } from '@/lib/inference/current-model'
import { extractAsks } from '@/lib/suggestions/extract-asks'
import { listDrafts } from '@/lib/suggestions/list-drafts'
import { findSummary } from '@/lib/suggestions/summarise-thread'
import type { TicketDetail } from '@/lib/tickets/get-ticket'
import type { AssistantData } from './assistant-context'
import type { ThreadState } from './thread-summary'

/**
 * What the assistant shows beside the draft itself.
 * @param begunRuleIds the rules of the draft that the agent's own text was begun from
 */
export async function readAssistant(
  ticket: TicketDetail,
  begunRuleIds: string[] = [],
): Promise<Omit<AssistantData, 'isAdmin'> & { thread: ThreadState }> {
  const { id, language, suggestion } = ticket
  const [{ drafts, ruleStates }, thread] = await Promise.all([readDrafts(id, begunRuleIds), readThread(ticket)])
  return { ticketId: id, language, question: suggestion?.question ?? '', drafts, ruleStates, thread }
}

/** Any of the drafts can be the one that is shown, not the current alone. */
async function readDrafts(ticketId: string, begunRuleIds: string[]): Promise<Pick<AssistantData, 'drafts' | 'ruleStates'>> {
  const { drafts, ruleIds } = await listDrafts(ticketId)
  return { drafts, ruleStates: await getRuleStates([...new Set([...ruleIds, ...begunRuleIds])]) }
}

async function readThread({ id, subject, messages }: TicketDetail): Promise<ThreadState> {
  const said = messages.filter(({ direction }) => direction !== 'note')
  const asks = extractAsks(said, subject)
  // Of a single question there is nothing to sum up.
  const [kept, model] = asks ? await Promise.all([findSummary(id), currentModel()]) : [null, null]
  const known = kept ? said.findIndex((message) => message.id === kept.lastMessageId) : -1
  return {
    messages: said.length,
    lastMessageId: said.at(-1)?.id ?? null,
    newer: known < 0 ? null : said.length - 1 - known,
    kept,
    asks,
    canSummarise: model && !model.isDemo,
  }
}
