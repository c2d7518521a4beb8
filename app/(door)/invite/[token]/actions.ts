'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { failedState } from '@/app/(door)/failed-state'
import type { DoorState } from '@/app/(door)/form-state'
import { acceptInvite } from '@/lib/auth/accept-invite'
import { clientAddress } from '@/lib/auth/client-address'
import { resetPassword } from '@/lib/auth/reset-password'
import { setSessionCookie } from '@/lib/auth/session-cookie'

const linkSchema = z.object({ token: z.string().max(100), kind: z.enum(['invite', 'password']) })

/** Fields: `token`, `kind`, `password`, and for an invitation `name`. */
export async function acceptAction(_: DoorState, form: FormData): Promise<DoorState> {
  try {
    const requestHeaders = await headers()
    const caller = { ip: clientAddress(requestHeaders), userAgent: requestHeaders.get('user-agent') }
    const { token, kind } = linkSchema.parse(Object.fromEntries(form))
    const said = { token, name: form.get('name'), password: form.get('password'), language: await getLocale() }
    const signedIn = kind === 'invite' ? await acceptInvite(said, caller) : await resetPassword(said, caller)
    await setSessionCookie(signedIn.token)
  } catch (error) {
    return failedState(error, form)
  }
  redirect('/tickets')
}
