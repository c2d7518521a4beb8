import type { RuleStatus } from '@/prisma/generated/enums'

/**
 * In which state a rule is replayed. A draft is looked at as if it were published, but a published rule that is being withdrawn as it
 * will be: gone, whether it becomes a draft or goes to the archive.
 * @param saved the state that it is saved in; null for a new rule
 */
export function replayedStatus(form: RuleStatus, saved: RuleStatus | null): RuleStatus {
  return form === 'draft' && saved !== 'published' ? 'published' : form
}
