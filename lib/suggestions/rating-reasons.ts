/** Why a draft was good, or was not: what can be counted. The screen has the words. */
export const RATING_REASONS = {
  up: ['accurate', 'complete', 'good_tone', 'saved_time'],
  down: ['wrong_rule', 'wrong_facts', 'missed_question', 'incomplete', 'bad_tone', 'too_long'],
} as const

export type RatingReason = (typeof RATING_REASONS)[keyof typeof RATING_REASONS][number]
