import { z } from 'zod'
import { db } from '@/lib/db'
import { perProcess } from '@/lib/per-process'
import { nearestWord, replaceWords } from '@/lib/tickets/near-query'

/** How long a dictionary is good for: words that are common enough to be meant come slowly. */
const KEPT_MS = 10 * 60_000

type Kept = { madeAt: number; words: Promise<ReadonlyMap<string, number>> }

const rowsSchema = z.array(z.object({ word: z.string(), tickets: z.number().int() }))

/**
 * The words of the newest tickets, subjects and messages, by how many of them have each. Words of one ticket alone are left out: a slip is one, too.
 * Read from the terms that tickets are found by: 5,000 tickets take some 150 ms, once in ten minutes and only where a search found nothing.
 */
async function readWords(): Promise<ReadonlyMap<string, number>> {
  const rows = await db().$queryRaw`
    select word, ndoc as tickets
    from ts_stat('select terms from (select terms from ticket_search order by ticket_id desc limit 5000) as newest')
    where ndoc > 1 and word ~ '^[[:alpha:]]{4,14}$'`
  return new Map(rowsSchema.parse(rows).map(({ word, tickets }) => [word, tickets]))
}

function dictionary(): Promise<ReadonlyMap<string, number>> {
  const holder = perProcess('ticket-words', (): { kept: Kept | null } => ({ kept: null }))
  const now = performance.now()
  if (!holder.kept || now - holder.kept.madeAt > KEPT_MS) {
    const kept: Kept = { madeAt: now, words: readWords() }
    kept.words.catch(() => {
      if (holder.kept === kept) holder.kept = null
    })
    holder.kept = kept
  }
  return holder.kept.words
}

/**
 * What was probably meant by a search that finds nothing: the same with each word that the newest tickets do not know replaced by one they know that
 * is a letter away; null where there is none. Chinese is left as it is: nearly every pair of characters is a letter away from a hundred others.
 */
export async function findNearQuery(q: string): Promise<string | null> {
  const words = await dictionary()
  const near = replaceWords(q, (word) => nearestWord(word, words))
  return near === q ? null : near
}
