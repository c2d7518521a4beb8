import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { migrateDeploy } from '../migrate'

/** Makes the database `name` on a server that `adminUrl` reaches, unless it is there. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** Brings our tables and those of the job queue up to date; returns the names of our migrations that it applied. */
export async function prepareDatabase(databaseUrl: string): Promise<string[]> {
  const applied = await migrateDeploy(databaseUrl)
  await runMigrations({ connectionString: databaseUrl })
  return applied
}
