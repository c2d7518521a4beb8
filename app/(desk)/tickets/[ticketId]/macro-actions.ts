'use server'

import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { countUse } from '@/lib/macros/count-use'

/** A macro was put into a reply. */
export async function countMacroUse(id: string): Promise<void> {
  const agent = await requireAgent()
  await countUse(agent, z.uuid().parse(id))
}
