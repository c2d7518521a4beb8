'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { createApiKey } from '@/lib/auth/create-api-key'
import { requireAdmin } from '@/lib/auth/require-agent'
import { revokeApiKey } from '@/lib/auth/revoke-api-key'
import { apiKeySchema, type NewApiKey } from '@/lib/auth/schema'

/** Makes a key. The whole of it comes back this once. */
export async function createApiKeyAction(input: Pick<NewApiKey, 'name' | 'scopes'>): Promise<Attempt<{ key: string; name: string }>> {
  return attempt('api_key.create', async () => {
    const admin = await requireAdmin()
    const { name, scopes } = apiKeySchema.parse(input)
    const { key } = await createApiKey({ name, scopes, createdById: admin.id })
    refresh()
    return { key, name }
  })
}

export async function revokeApiKeyAction(id: string): Promise<Attempt<void>> {
  return attempt('api_key.revoke', async () => {
    const admin = await requireAdmin()
    await revokeApiKey({ id: z.uuid().parse(id), revokedById: admin.id })
    refresh()
  })
}
