import { deliverMessage } from '@/lib/delivery/deliver-message'
import type { JobTasks } from '@/lib/jobs'
import { makeSuggestion } from '@/lib/suggestions/make-suggestion'

/** What does each job. */
export const jobsTable: JobTasks = {
  'draft-suggestion': ({ suggestionId, ...options }) => makeSuggestion(suggestionId, options),
  'deliver-message': ({ messageId }) => deliverMessage(messageId),
}
