'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { failedState } from '@/app/(door)/failed-state'
import type { DoorState } from '@/app/(door)/form-state'
import { clientAddress } from '@/lib/auth/client-address'
import { safeNext } from '@/lib/auth/safe-next'
import { signInSchema } from '@/lib/auth/schema'
import { setSessionCookie } from '@/lib/auth/session-cookie'
import { signIn } from '@/lib/auth/sign-in'
import { signInAsDemo } from '@/lib/auth/sign-in-as-demo'
import { Role } from '@/prisma/generated/enums'

/** Fields: `email`, `password`, and `next`, the path to go on to. */
export async function signInAction(_: DoorState, form: FormData): Promise<DoorState> {
  try {
    const { token } = await signIn({ ...signInSchema.parse(Object.fromEntries(form)), ...(await caller()) })
    await setSessionCookie(token)
  } catch (error) {
    return failedState(error, form)
  }
  redirect(safeNext(form.get('next')))
}

const demoSchema = z.object({ role: z.enum(Role) })

/** Fields: `role` (`agent` or `admin`) and `next`. Works in the demo alone. */
export async function demoSignInAction(_: DoorState, form: FormData): Promise<DoorState> {
  try {
    const { token } = await signInAsDemo({ ...demoSchema.parse(Object.fromEntries(form)), ...(await caller()) })
    await setSessionCookie(token)
  } catch (error) {
    return failedState(error, form)
  }
  redirect(safeNext(form.get('next')))
}

async function caller(): Promise<{ ip: string; userAgent: string | null }> {
  const requestHeaders = await headers()
  return { ip: clientAddress(requestHeaders), userAgent: requestHeaders.get('user-agent') }
}
