'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { failedState } from '@/app/(door)/failed-state'
import type { DoorState } from '@/app/(door)/form-state'
import { createFirstAdmin } from '@/lib/auth/create-first-admin'
import { firstAdminSchema } from '@/lib/auth/schema'
import { setSessionCookie } from '@/lib/auth/session-cookie'

/** Fields: `name`, `email`, `password`, and `language` (`zh` or `en`) when the person has chosen one. */
export async function setUpAction(_: DoorState, form: FormData): Promise<DoorState> {
  try {
    const userAgent = (await headers()).get('user-agent')
    const { token } = await createFirstAdmin(firstAdminSchema.parse(Object.fromEntries(form)), userAgent)
    await setSessionCookie(token)
  } catch (error) {
    return failedState(error, form)
  }
  redirect('/tickets')
}
