import { AppError } from '@/lib/errors'
import { type Gap, listGaps } from '@/lib/faq/gaps/list-gaps'

/** Which gap, and the window in which it was seen. */
export type GapPlace = { suggestionId: string; days: number }

/**
 * The gap that this question belongs to now.
 * @throws AppError not_found (answered, dismissed or too old by now)
 */
export async function getGap({ suggestionId, days }: GapPlace): Promise<Gap> {
  const { gaps } = await listGaps({ days })
  const gap = gaps.find(({ questions }) => questions.some((question) => question.suggestionId === suggestionId))
  if (!gap) throw new AppError('not_found', 'This gap no longer exists.')
  return gap
}
