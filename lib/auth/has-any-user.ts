import { db } from '@/lib/db'

/** Whether anybody can sign in at all; without one, the first visit asks to create the first admin. */
export async function hasAnyUser(): Promise<boolean> {
  return (await db().user.findFirst({ select: { id: true } })) !== null
}
