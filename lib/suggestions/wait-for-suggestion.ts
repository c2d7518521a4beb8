import { db } from '@/lib/db'
import { subscribe } from '@/lib/events'
import type { SuggestionStatus } from '@/prisma/generated/enums'

/** An event is heard at once; one lost with a broken connection is made up for by looking. */
const LOOK_EVERY_MS = 1_000

/** Waits until a draft is no longer being made, `timeoutMs` at most, and says what has become of it. */
export async function waitForSuggestion(suggestionId: string, timeoutMs: number): Promise<SuggestionStatus> {
  const deadline = Date.now() + timeoutMs
  let wake = () => {}
  const unsubscribe = subscribe((event) => {
    if (event.kind === 'suggestion' && event.suggestionId === suggestionId) wake()
  })
  try {
    for (;;) {
      const heard = new Promise<void>((resolve) => {
        wake = resolve
      })
      const { status } = await db().suggestion.findUniqueOrThrow({ where: { id: suggestionId }, select: { status: true } })
      const left = deadline - Date.now()
      if ((status !== 'pending' && status !== 'running') || left <= 0) return status
      await Promise.race([heard, sleep(Math.min(left, LOOK_EVERY_MS))])
    }
  } finally {
    unsubscribe()
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
