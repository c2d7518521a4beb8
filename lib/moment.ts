import { z } from 'zod'

/**
 * A moment as a stranger writes it, with its time zone → Date. Years 1 to 9999 in UTC: what lies outside has no four digits, and
 * PostgreSQL refuses the texts it is written as.
 */
export const momentSchema = z.iso
  .datetime({ offset: true, error: 'must be a moment with its time zone, such as 2026-02-03T09:00:00+08:00' })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9_999, 'must lie in the years 1 to 9999')
