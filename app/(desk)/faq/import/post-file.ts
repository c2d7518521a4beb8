import { z } from 'zod'

/** The answer, or the reason why there is none. */
export type Posted<T> = { ok: true; value: T } | { ok: false; reason: string }

const failureSchema = z.object({
  error: z.object({ code: z.string(), details: z.object({ reason: z.string() }).optional().catch(undefined) }),
})

/** Sends a file to the import's door. The answer is our own server's. */
export async function postFile<T>(file: File, query: Record<string, string>): Promise<Posted<T>> {
  try {
    const search = new URLSearchParams({ ...query, fileName: file.name })
    const response = await fetch(`/api/faq/import?${search}`, { method: 'POST', body: file })
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, value: body as T }
    const failure = failureSchema.safeParse(body)
    return { ok: false, reason: failure.success ? (failure.data.error.details?.reason ?? failure.data.error.code) : 'internal' }
  } catch {
    // Nothing comes back as a throw but a request that did not get through, or a file that is no longer where it was.
    return { ok: false, reason: 'offline' }
  }
}
