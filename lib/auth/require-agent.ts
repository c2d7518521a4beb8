import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { findSession } from '@/lib/auth/find-session'
import { hasAnyUser } from '@/lib/auth/has-any-user'
import { safeNext } from '@/lib/auth/safe-next'
import type { Agent } from '@/lib/auth/schema'
import { PATH_HEADER } from '@/lib/auth/security-headers'
import { readSessionToken } from '@/lib/auth/session-cookie'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** The person whose page or action this is, or null; asked once a request however many parts of a page want to know. */
export const findCurrentAgent = cache(async (): Promise<Agent | null> => {
  const token = await readSessionToken()
  return token ? findSession(token) : null
})

/**
 * The person whose page or action this is. A stranger is sent to sign in and comes back here afterwards; in a new
 * installation, to make the first admin.
 */
export async function requireAgent(): Promise<Agent> {
  const agent = await findCurrentAgent()
  if (agent) return agent
  // The demo needs no set-up: its two people are made by the first click.
  if (!env().DEMO && !(await hasAnyUser())) redirect('/setup')
  const next = safeNext((await headers()).get(PATH_HEADER))
  redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}

/**
 * The admin whose page or action this is. For other agents an admin's page does not exist.
 * @throws AppError forbidden in an action called by an agent who is no admin
 */
export async function requireAdmin(): Promise<Agent> {
  const agent = await requireAgent()
  if (agent.role === 'admin') return agent
  if ((await headers()).has('next-action')) throw new AppError('forbidden', 'Only an admin may do this.')
  notFound()
}
