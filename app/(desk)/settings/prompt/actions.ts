'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { type PromptTemplate, type PromptTemplateInput, restorePromptTemplate, savePromptTemplate } from '@/lib/settings/prompt-template'
import { setSetting } from '@/lib/settings/set-setting'

const version = z.int().min(1)

/** Puts a new version of the prompt into force. */
export async function savePromptAction(input: PromptTemplateInput, basedOn: number): Promise<Attempt<PromptTemplate>> {
  return attempt('prompt.save', async () => {
    const admin = await requireAdmin()
    const saved = await savePromptTemplate(admin, input, version.parse(basedOn))
    refresh()
    return saved
  })
}

export async function restorePromptAction(wanted: number, basedOn: number): Promise<Attempt<PromptTemplate>> {
  return attempt('prompt.restore', async () => {
    const admin = await requireAdmin()
    const saved = await restorePromptTemplate(admin, version.parse(wanted), version.parse(basedOn))
    refresh()
    return saved
  })
}

/** Sets how long an agent may wait for a draft, in milliseconds; null leaves it to the configuration. */
export async function setTimeBudgetAction(ms: number | null): Promise<Attempt<void>> {
  return attempt('setting.update', async () => {
    const admin = await requireAdmin()
    await setSetting(admin, 'suggestion_timeout_ms', ms)
    refresh()
  })
}
