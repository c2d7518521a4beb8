import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { diffSchemas } from '@/scripts/lib/prisma-engine'
import { migrateDeploy } from '@/scripts/migrate'

const migrated = `migrated_${randomBytes(4).toString('hex')}`
const wanted = `wanted_${randomBytes(4).toString('hex')}`
const admin = new pg.Client({ connectionString: inject('adminUrl') })
const urlOf = (database: string) => inject('adminUrl').replace('/postgres?', `/${database}?`)
const schema = readFileSync('prisma/schema.prisma', 'utf8')

/** Everything about the tables that can differ, as lines. */
async function describeTables(database: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: urlOf(database) })
  await client.connect()
  const { rows } = await client.query<{ line: string }>(`
    SELECT concat_ws(' ', 'column', table_name, column_name, udt_name, is_nullable, column_default, is_generated, datetime_precision) AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> '_prisma_migrations'::regclass
    UNION ALL SELECT concat_ws(' ', 'enum', typname, enumsortorder, enumlabel) FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
    ORDER BY 1`)
  await client.end()
  return rows.map((row) => row.line)
}

beforeAll(async () => {
  await admin.connect()
  for (const database of [migrated, wanted]) await admin.query(`CREATE DATABASE ${database}`)
})

afterAll(async () => {
  for (const database of [migrated, wanted]) await admin.query(`DROP DATABASE ${database} WITH (FORCE)`)
  await admin.end()
})

describe('migrations', () => {
  it('lead to the tables of schema.prisma', async () => {
    await migrateDeploy(urlOf(migrated))
    const client = new pg.Client({ connectionString: urlOf(wanted) })
    await client.connect()
    await client.query('CREATE EXTENSION pg_trgm; CREATE TABLE _prisma_migrations ()')
    await client.query(await diffSchemas(null, schema))
    await client.end()
    const tables = await describeTables(migrated)
    expect(tables).toEqual(await describeTables(wanted))
    expect(tables.join('\n')).toContain('USING gin (terms)')
  })

  it('come with a snapshot that agrees with schema.prisma', async () => {
    expect(await diffSchemas(readFileSync('prisma/migrations/schema.snapshot.prisma', 'utf8'), schema)).toBe('')
  })

  it('change nothing when they are applied again, also by two processes at once', async () => {
    const again = await Promise.all([migrateDeploy(urlOf(migrated)), migrateDeploy(urlOf(migrated))])
    expect(again).toEqual([[], []])
  })

  it('find the trigrams of Chinese text', async () => {
    const client = new pg.Client({ connectionString: urlOf(migrated) })
    await client.connect()
    const { rows } = await client.query<{ trigrams: string[] }>(`SELECT show_trgm('耳机还没发货') AS trigrams`)
    await client.end()
    expect(rows[0]?.trigrams.length).toBeGreaterThan(3)
  })
})
