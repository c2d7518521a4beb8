import type { Redis } from 'ioredis'
import { ANSWER } from '@/lib/suggestions/answer-cache/answer-store'

const BATCH = 500

/** The keys of all answers in Redis, without their prefix, in batches. SCAN serves others in between; KEYS would hold them up. */
export async function* scanAnswerKeys(client: Redis): AsyncGenerator<string[]> {
  let cursor = '0'
  do {
    const [next, found] = await client.scan(cursor, 'MATCH', `${ANSWER}*`, 'COUNT', BATCH)
    cursor = next
    if (found.length > 0) yield found.map((key) => key.slice(ANSWER.length))
  } while (cursor !== '0')
}
