import { z } from 'zod'
import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { nearestWord, replaceWords } from '@/lib/tickets/near-query'

type Words = ReadonlyMap<string, number>

/** How long a dictionary is good for: words that are common enough to be meant come slowly. */
const KEPT_MS = 10 * 60_000
/** The newest tickets, whose words are known: some 100 ms for PostgreSQL, in the background. */
const NEWEST = 2_000

const rowsSchema = z.array(z.object({ word: z.string(), tickets: z.number().int() }))

/**
 * The words of the newest tickets, subjects and messages, by how many of them have each; from the terms that tickets are found by. Words of one
 * ticket alone are left out: a slip is one, too.
 */
async function readWords(): Promise<Words> {
  const rows = await db().$queryRaw`
    select word, count(*)::int as tickets
    from (select terms from ticket_search order by ticket_id desc limit ${NEWEST}) as newest, unnest(tsvector_to_array(terms)) as word
    where length(word) between 4 and 14 and word ~ '^[[:alpha:]]*$'
    group by word having count(*) > 1`
  return new Map(rowsSchema.parse(rows).map(({ word, tickets }) => [word, tickets]))
}

type Dictionary = { words: Words | null; readAt: number; isReading: boolean }

/** What is known by now, and reads it in the background where that is nothing, or long ago: no search waits for it. */
export function knownWords(): Words | null {
  const dictionary = perProcess('ticket-words', (): Dictionary => ({ words: null, readAt: 0, isReading: false }))
  const isStale = dictionary.words === null || performance.now() - dictionary.readAt > KEPT_MS
  if (isStale && !dictionary.isReading) {
    dictionary.isReading = true
    readWords()
      .then((words) => Object.assign(dictionary, { words, readAt: performance.now() }))
      // The next search tries again.
      .catch((cause: unknown) => log.warn({ event: 'search.words', cause: describeError(cause) }))
      .finally(() => {
        dictionary.isReading = false
      })
  }
  return dictionary.words
}

/**
 * What was probably meant by a search that finds nothing: the same with each word that the newest tickets do not know replaced by one they know that
 * is a letter away; null where there is none. Chinese is left as it is: nearly every pair of characters is a letter away from a hundred others.
 */
export function findNearQuery(q: string): string | null {
  const words = knownWords()
  if (!words) return null
  const near = replaceWords(q, (word) => nearestWord(word, words))
  return near === q ? null : near
}
