import { z } from 'zod'
import { MAX_IMPORT_BYTES } from '@/lib/faq/read-import/schema'

/** The answer, or the reason why there is none. */
export type Posted<T> = { ok: true; value: T } | { ok: false; reason: string }

const refusalSchema = z.object({ reason: z.string() })
const failureSchema = z.object({ error: z.object({ code: z.string() }) })

/** Sends a file to the import's door. The answer is our own server's. */
export async function postFile<T>(file: File, query: Record<string, string>): Promise<Posted<T>> {
  // The door would hang up on it, and a browser takes that for a lost connection.
  if (file.size > MAX_IMPORT_BYTES) return { ok: false, reason: 'payload_too_large' }
  try {
    const search = new URLSearchParams({ ...query, fileName: file.name })
    const response = await fetch(`/api/faq/import?${search}`, { method: 'POST', body: file })
    const body: unknown = await response.json()
    const refusal = refusalSchema.safeParse(body)
    if (refusal.success) return { ok: false, reason: refusal.data.reason }
    if (response.ok) return { ok: true, value: body as T }
    const failure = failureSchema.safeParse(body)
    return { ok: false, reason: failure.success ? failure.data.error.code : 'internal' }
  } catch {
    // Nothing comes back as a throw but a request that did not get through, or a file that is no longer where it was.
    return { ok: false, reason: 'offline' }
  }
}
