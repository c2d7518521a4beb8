import { z } from 'zod'

/** Why a draft is not the model's own: what the screen says in words. */
const fallbackCauses = [
  'no_rule',
  'which_one',
  'timeout',
  'unreachable',
  'busy',
  'breaker_open',
  'loop',
  'ungrounded',
  'refused',
  'far_rule',
  'bad_output',
] as const

const fallbackCauseSchema = z.enum(fallbackCauses)

export type FallbackCause = z.infer<typeof fallbackCauseSchema>

/** Causes that pass by themselves: the draft is worth making again later. */
export function isPassing(cause: FallbackCause | null): boolean {
  return cause === 'timeout' || cause === 'unreachable' || cause === 'busy' || cause === 'breaker_open'
}
