import type pg from 'pg'
import { pgPool } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import type { Prisma } from '@/prisma/generated/client'

// For the one door that bursts come through. Everything else goes through Prisma, which takes 1.2 ms of this process's
// time where this takes 0.3 (two statements in a transaction; bench/ingest.ts).

const STATEMENT_TIMEOUT_MS = 15_000

const names = perProcess<Map<string, string>>('prepared-statements', () => new Map())

/**
 * Runs a statement that PostgreSQL parses and plans once a connection. Its text must always be the same: what varies
 * belongs into its values.
 */
export async function runPrepared(client: pg.PoolClient, sql: Prisma.Sql): Promise<unknown[]> {
  const { text, values } = sql
  const name = names.get(text) ?? `deskhand_${names.size}`
  names.set(text, name)
  const config = { name, text, values: values as unknown[], query_timeout: STATEMENT_TIMEOUT_MS }
  return (await client.query<Record<string, unknown>>(config)).rows
}

/** Commits what `work` has done, or nothing of it. */
export async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pgPool().connect()
  let isBroken = false
  // Without a listener a connection lost between two statements would end the process; the next statement reports it.
  const onLost = () => {
    isBroken = true
  }
  client.on('error', onLost)
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause: unknown) => {
      isBroken = true
      log.debug({ event: 'sql.rollback', cause: describeError(cause) })
    })
    throw error
  } finally {
    client.off('error', onLost)
    client.release(isBroken)
  }
}
