'use server'

import { redirect } from 'next/navigation'
import { clearSessionCookie, readSessionToken } from '@/lib/auth/session-cookie'
import { signOut } from '@/lib/auth/sign-out'

/** Ends the session of this browser; its other browsers stay signed in. */
export async function signOutAction(): Promise<void> {
  const token = await readSessionToken()
  if (token) await signOut(token)
  await clearSessionCookie()
  redirect('/sign-in')
}
