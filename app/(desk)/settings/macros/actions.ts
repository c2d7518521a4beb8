'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAgent } from '@/lib/auth/require-agent'
import { createMacro } from '@/lib/macros/create-macro'
import { deleteMacro } from '@/lib/macros/delete-macro'
import type { MacroForm } from '@/lib/macros/schema'
import { updateMacro } from '@/lib/macros/update-macro'

/** Saves a macro; without an id it is a new one. */
export async function saveMacroAction(id: string | null, input: MacroForm): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('macro.save', async () => {
    if (id === null) await createMacro(agent, input)
    else await updateMacro(agent, z.uuid().parse(id), input)
    refresh()
  })
}

export async function deleteMacroAction(id: string): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('macro.delete', async () => {
    await deleteMacro(agent, z.uuid().parse(id))
    refresh()
  })
}
