import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

export type Person = { id: string; email: string; role: Role; disabledAt: Date | null }

/**
 * A person, held together with all admins until the transaction ends: of two admins who demote each other, the second is refused.
 * @throws AppError not_found
 */
export async function takePerson(tx: Tx, id: string): Promise<Person> {
  await tx.$queryRaw`select id from user_account where role = 'admin' or id = ${id}::uuid order by id for update`
  const person = await tx.user.findUnique({ where: { id }, select: { id: true, email: true, role: true, disabledAt: true } })
  if (!person) throw new AppError('not_found', 'This person is not here any more.')
  return person
}
