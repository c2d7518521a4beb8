import { db } from '@/lib/db'
import { findOwnPromises } from '@/lib/suggestions/grounding/find-own-promises'
import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'
import { findConversation } from '@/lib/tickets/find-conversation'

type OwnWords = { ticketId: string; text: string; suggestionId: string | null }

/**
 * What an agent's text promises that no rule found for the draft grants, the rules as they were then; nothing where the text has no draft with
 * rules behind it: there is nothing to hold it against.
 */
export async function checkOwnWords({ ticketId, text, suggestionId }: OwnWords): Promise<GroundedSentence[]> {
  if (!suggestionId || text.trim() === '') return []
  const [rules, conversation] = await Promise.all([
    db().suggestionRule.findMany({ where: { suggestionId, suggestion: { ticketId } }, select: { answer: true } }),
    findConversation(db(), ticketId),
  ])
  if (!conversation || rules.length === 0) return []
  const ticketText = [conversation.subject, ...conversation.messages.map((message) => message.text)].join('\n')
  return findOwnPromises({ text, answers: rules.map(({ answer }) => answer), ticketText })
}
