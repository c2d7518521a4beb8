import { hashToken } from '@/lib/auth/hash-token'
import { recordAudit } from '@/lib/auth/record-audit'
import { db } from '@/lib/db'

/** Ends the session of this token; one that has ended already is no error. */
export async function signOut(token: string): Promise<void> {
  const tokenHash = hashToken(token)
  await db().$transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { tokenHash }, select: { userId: true } })
    const { count } = await tx.session.deleteMany({ where: { tokenHash } })
    if (session && count > 0) await recordAudit(tx, { actorId: session.userId, action: 'user.sign_out', subjectId: session.userId })
  })
}
