import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Macro, macroSelect, visibleTo } from '@/lib/macros/schema'

/** @throws AppError not_found, also where it is somebody else's own */
export async function getMacro(agent: { id: string }, id: string): Promise<Macro> {
  const macro = await db().macro.findFirst({ where: { id, ...visibleTo(agent) }, select: macroSelect })
  if (!macro) throw new AppError('not_found', 'This macro no longer exists.')
  return macro
}
