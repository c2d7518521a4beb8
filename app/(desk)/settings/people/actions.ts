'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { changeRole } from '@/lib/auth/change-role'
import { createPasswordLink } from '@/lib/auth/create-password-link'
import { disablePerson } from '@/lib/auth/disable-person'
import { enablePerson } from '@/lib/auth/enable-person'
import { invitePerson } from '@/lib/auth/invite-person'
import { requireAdmin } from '@/lib/auth/require-agent'
import { revokeInvite } from '@/lib/auth/revoke-invite'
import type { Invitation } from '@/lib/auth/schema'
import { Role } from '@/prisma/generated/enums'

const uuid = z.uuid()

/** The path of a link, to be put behind this desk's address. It comes back this once. */
export type MadeLink = { path: string; expiresAt: Date }

const toLink = ({ token, expiresAt }: { token: string; expiresAt: Date }): MadeLink => ({ path: `/invite/${token}`, expiresAt })

export async function inviteAction(input: Invitation): Promise<Attempt<MadeLink>> {
  return attempt('invite.create', async () => {
    const link = await invitePerson(await requireAdmin(), input)
    refresh()
    return toLink(link)
  })
}

export async function revokeInviteAction(id: string): Promise<Attempt<void>> {
  return attempt('invite.revoke', async () => {
    await revokeInvite(await requireAdmin(), uuid.parse(id))
    refresh()
  })
}

export async function changeRoleAction(id: string, role: Role): Promise<Attempt<void>> {
  return attempt('user.change_role', async () => {
    await changeRole(await requireAdmin(), uuid.parse(id), z.enum(Role).parse(role))
    refresh()
  })
}

export async function disableAction(id: string, tickets: 'keep' | 'release'): Promise<Attempt<void>> {
  return attempt('user.disable', async () => {
    await disablePerson(await requireAdmin(), uuid.parse(id), z.enum(['keep', 'release']).parse(tickets))
    refresh()
  })
}

export async function enableAction(id: string): Promise<Attempt<void>> {
  return attempt('user.enable', async () => {
    await enablePerson(await requireAdmin(), uuid.parse(id))
    refresh()
  })
}

export async function passwordLinkAction(id: string): Promise<Attempt<MadeLink>> {
  return attempt('user.password_link', async () => toLink(await createPasswordLink(await requireAdmin(), uuid.parse(id))))
}
