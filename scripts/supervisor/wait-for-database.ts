import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const DEADLINE_MS = 30_000

/**
 * Waits until the server behind DATABASE_URL takes connections; in a compose file it may start after us.
 * @throws Error without the URL, which may hold a password
 */
export async function waitForDatabase(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      return
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
      // 57P03: it is starting up. Anything else (a wrong password, no such database) waiting does not cure.
      const isTooEarly = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'ETIMEDOUT', '57P03'].includes(code)
      if (isTooEarly && Date.now() < deadline) await sleep(500, undefined, { signal })
      else throw new Error(`DATABASE_URL: ${cause instanceof Error ? cause.message || code : cause}`, { cause })
    } finally {
      await client.end()
    }
  }
}

/** Refuses to put the sample shop among a team's own tickets. */
export async function refuseRealDesk(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ is_real: boolean }>(
      `SELECT EXISTS (SELECT FROM user_account)
          AND NOT EXISTS (SELECT FROM user_account WHERE email LIKE '%@demo.invalid') AS is_real`,
    )
    if (rows[0]?.is_real) throw new Error('DATABASE_URL names a desk that is in use; the demo wants a database of its own.')
  } finally {
    await client.end()
  }
}
