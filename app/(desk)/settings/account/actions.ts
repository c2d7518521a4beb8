'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { changeName } from '@/lib/auth/change-name'
import { changePassword } from '@/lib/auth/change-password'
import { requireAgent } from '@/lib/auth/require-agent'
import { revokeSession } from '@/lib/auth/revoke-session'
import { readSessionToken } from '@/lib/auth/session-cookie'

export async function changeNameAction(name: string): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('user.change_name', async () => {
    await changeName(agent, { name })
    refresh()
  })
}

const passwordSchema = z.object({ current: z.string().min(1).max(200), password: z.string() })

export async function changePasswordAction(input: z.input<typeof passwordSchema>): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('user.change_password', async () => {
    await changePassword(agent, { ...passwordSchema.parse(input), token: await readSessionToken() })
    refresh()
  })
}

export async function revokeSessionAction(id: string): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('user.revoke_session', async () => {
    await revokeSession(agent, z.uuid().parse(id))
    refresh()
  })
}
