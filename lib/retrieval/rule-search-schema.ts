import { z } from 'zod'
import { Language } from '@/prisma/generated/enums'

/** The body of `POST /api/v1/rules/search`. */
export const ruleSearchSchema = z.object({
  query: z.string().trim().min(1).max(10_000),
  language: z.enum(Language).optional(),
  limit: z.number().int().min(1).max(50).default(5),
})
