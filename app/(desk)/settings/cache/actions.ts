'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { setSetting } from '@/lib/settings/set-setting'
import { deleteAllAnswers, deleteAnswer } from '@/lib/suggestions/answer-cache/delete-answers'

/** SHA-256 in hex; see answerKey. */
const keySchema = z.string().regex(/^[0-9a-f]{64}$/)

export async function deleteAnswerAction(key: string): Promise<Attempt<void>> {
  return attempt('answer_cache.delete', async () => {
    const admin = await requireAdmin()
    await deleteAnswer(admin, keySchema.parse(key))
    refresh()
  })
}

export async function deleteAllAnswersAction(): Promise<Attempt<void>> {
  return attempt('answer_cache.clear', async () => {
    const admin = await requireAdmin()
    await deleteAllAnswers(admin)
    refresh()
  })
}

export async function setCacheTtlAction(seconds: number): Promise<Attempt<void>> {
  return attempt('setting.update', async () => {
    const admin = await requireAdmin()
    await setSetting(admin, 'answer_cache_ttl_seconds', seconds)
    refresh()
  })
}
