import { randomBytes } from 'node:crypto'
import { seal, unseal } from '@/lib/auth/seal'

/** The columns a channel's secrets are read from. */
export const secretColumns = { secretSealed: true, previousSecretSealed: true, previousSecretUntil: true } as const
export type SealedSecrets = { secretSealed: string; previousSecretSealed: string | null; previousSecretUntil: Date | null }

/** A new secret, `whsec_` and 32 random bytes in base64, with what of it goes into the database. */
export function newSecret(): { secret: string; sealed: string } {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  return { secret, sealed: seal(secret) }
}

/** The secrets that are valid at `now`: the present one first, then the one before it while its time lasts. */
export function liveSecrets(channel: SealedSecrets, now = new Date()): string[] {
  const { secretSealed, previousSecretSealed, previousSecretUntil } = channel
  const hasPrevious = previousSecretSealed !== null && previousSecretUntil !== null && previousSecretUntil > now
  return [unseal(secretSealed), ...(hasPrevious ? [unseal(previousSecretSealed)] : [])]
}
