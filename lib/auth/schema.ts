import { z } from 'zod'
import type { Prisma } from '@/prisma/generated/client'
import { Language, Role } from '@/prisma/generated/enums'

/** What the rest of the house may know about the person who is asking. */
export const agentSelect = { id: true, name: true, email: true, role: true, language: true } satisfies Prisma.UserSelect
export type Agent = Prisma.UserGetPayload<{ select: typeof agentSelect }>

/** A sign-in that has succeeded: the token goes into the cookie and nowhere else. */
export type SignedIn = { agent: Agent; token: string; expiresAt: Date }

const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
const name = z.string().trim().min(1).max(100)
/** 10 characters at least; at most 200, so that nobody has us hash a novel. */
const newPassword = z.string().min(10).max(200)

export const signInSchema = z.object({ email, password: z.string().min(1).max(200) })

export const userSchema = z.object({
  email,
  name,
  password: newPassword,
  role: z.enum(Role).default(Role.agent),
  language: z.enum(Language).nullable().default(null),
})
export type NewUser = z.input<typeof userSchema>

export const nameSchema = z.object({ name })
export const newPasswordSchema = z.object({ password: newPassword })

/** What an admin says of somebody who is to come. */
export const invitationSchema = z.object({ email, role: z.enum(Role) })
export type Invitation = z.input<typeof invitationSchema>

/** What they say of themselves when they come. */
export const acceptanceSchema = userSchema.pick({ name: true, password: true, language: true })

export const firstAdminSchema = userSchema.omit({ role: true })
export type FirstAdmin = z.input<typeof firstAdminSchema>

/** What an API key may be allowed to do; `*` is everything, also what is added later. */
const API_KEY_SCOPES = ['*', 'tickets:read', 'tickets:write', 'suggest', 'rules:read', 'rules:write'] as const
export const scopeSchema = z.enum(API_KEY_SCOPES)
export type ApiKeyScope = z.infer<typeof scopeSchema>

export const apiKeySchema = z.object({
  name,
  scopes: z
    .array(scopeSchema)
    .min(1)
    .transform((scopes) => [...new Set(scopes)]),
  createdById: z.uuid().optional(),
})
export type NewApiKey = z.input<typeof apiKeySchema>

/** Who calls the API: a key, not a person. */
export type ApiCaller = { id: string; name: string; scopes: string[] }
