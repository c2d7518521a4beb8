import type { ErrorCode } from '@/lib/errors'

/** What is wrong with a field, in a word that the screen translates. */
export type FieldProblem = 'required' | 'too_short' | 'too_long' | 'invalid'

export type DoorError = {
  /** `unprocessable`: see `fields`. `unauthorized`, `rate_limited`, `conflict`, `forbidden`: see the message catalogue. */
  code: ErrorCode
  /** English, for the log and for codes the screen has no words for. */
  message: string
  fields?: Partial<Record<string, FieldProblem>>
  retryAfterSeconds?: number
}

/** What the forms of the door (sign-in, set-up) get back; on success they are led on instead. */
export type DoorState = {
  error?: DoorError
  /** What was typed, without the password: React empties a form after its action. */
  values?: { email?: string; name?: string }
}

export const EMPTY_DOOR_STATE: DoorState = {}
