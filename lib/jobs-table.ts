import { deliverMessage } from '@/lib/delivery/deliver-message'
import { keepDays } from '@/lib/insights/keep-days'
import type { JobTasks } from '@/lib/jobs'
import { calibrateFloors } from '@/lib/retrieval/floor/calibrate-floors'
import { learnPhrasing } from '@/lib/retrieval/learn-phrasing'
import { embedRules } from '@/lib/retrieval/meaning/embed-rules'
import { makeSuggestion } from '@/lib/suggestions/make-suggestion'
import { recomputeTimers } from '@/lib/tickets/recompute-timers'
import { reindexTickets } from '@/lib/tickets/reindex-tickets'
import { wakeTicket } from '@/lib/tickets/wake-ticket'

/** What does each job. */
export const jobsTable: JobTasks = {
  'draft-suggestion': ({ suggestionId, ...options }) => makeSuggestion(suggestionId, options),
  'deliver-message': ({ messageId }) => deliverMessage(messageId),
  'learn-phrasing': ({ suggestionId }) => learnPhrasing(suggestionId),
  'calibrate-floors': () => calibrateFloors(),
  'embed-rules': () => embedRules(),
  'reindex-tickets': () => reindexTickets(),
  'recompute-timers': () => recomputeTimers(),
  'wake-ticket': ({ ticketId }) => wakeTicket(ticketId),
  'keep-days': async (days) => void (await keepDays(days)),
}
