import { extractQuestion, type QuestionTurn } from '@/lib/suggestions/extract-question'
import { keepEnd } from '@/lib/suggestions/keep-end'

const MAX_CHARS = 400

/** What a thread comes to without a model: the customer's first question and the present one. Null where there is only one. */
export function extractAsks(messages: readonly QuestionTurn[], subject = ''): { first: string; latest: string } | null {
  const turns = messages.filter(({ direction }) => direction !== 'note')
  const firstReply = turns.findIndex(({ direction }) => direction === 'outgoing')
  const lastIncoming = turns.findLastIndex(({ direction }) => direction === 'incoming')
  if (firstReply < 0 || lastIncoming < firstReply) return null
  const first = extractQuestion(turns.slice(0, firstReply), subject).text
  // Only what was said since the last reply: the present question is to stand beside the first, not to repeat it.
  const lastReply = turns.slice(0, lastIncoming).findLastIndex(({ direction }) => direction === 'outgoing')
  const latest = extractQuestion(turns.slice(lastReply + 1)).text
  return first === '' || latest === '' ? null : { first: keepEnd(first, MAX_CHARS), latest: keepEnd(latest, MAX_CHARS) }
}
