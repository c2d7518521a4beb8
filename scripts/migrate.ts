import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

// Prisma Migrate's own table and lock, so that `prisma migrate deploy` stays usable where its engine can be downloaded.
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`
const PRISMA_LOCK = 72707369

type AppliedMigration = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Applies the migrations that `databaseUrl` has not seen yet, each in one transaction, and returns their names.
 * Safe when several processes call it at once: they queue on an advisory lock.
 * Throws when an applied migration was edited, or when Prisma left one half applied.
 */
export async function migrateDeploy(databaseUrl: string, folder = path.resolve(import.meta.dirname, '../prisma/migrations')) {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A connection that breaks between two queries would otherwise end the process; the next query reports it.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(HISTORY_TABLE)
    const history = await client.query<AppliedMigration>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const seen = new Map(history.rows.map((row) => [row.migration_name, row]))
    const applied: string[] = []
    for (const { name, sql, checksum } of listMigrations(folder)) {
      const earlier = seen.get(name)
      if (!earlier) {
        await applyMigration(client, name, sql, checksum)
        applied.push(name)
      } else if (!earlier.finished_at) {
        throw new Error(`Migration ${name} was begun and never finished; repair it by hand, then mark it in _prisma_migrations.`)
      } else if (earlier.checksum !== checksum) {
        throw new Error(`Migration ${name} was edited after it had been applied to this database.`)
      }
    }
    return applied
  } finally {
    await client.end()
  }
}

function listMigrations(folder: string) {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function applyMigration(client: pg.Client, name: string, sql: string, checksum: string) {
  // All or nothing, unlike Prisma: so no CREATE INDEX CONCURRENTLY in a migration.
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}
