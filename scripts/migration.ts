/**
 * `npm run migration -- <name>`: writes the SQL from the last migration's schema to prisma/schema.prisma.
 *
 * prisma/migrations/schema.snapshot.prisma is the schema as of the last migration; it is committed with it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { offerHelp } from './lib/offer-help'
import { diffSchemas } from './lib/prisma-engine'

const folder = path.resolve(import.meta.dirname, '../prisma/migrations')
const snapshotFile = path.join(folder, 'schema.snapshot.prisma')

const USAGE = 'usage: npm run migration -- <name>   (lower case, digits and _, such as add_macros)'
offerHelp(USAGE)
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error(USAGE)
  process.exit(2)
}

const schema = readFileSync(path.join(folder, '../schema.prisma'), 'utf8')
const isFirst = !existsSync(snapshotFile)
const sql = await diffSchemas(isFirst ? null : readFileSync(snapshotFile, 'utf8'), schema)
if (sql) {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = path.join(folder, `${stamp}_${name}`, 'migration.sql')
  mkdirSync(path.dirname(file), { recursive: true })
  // The trigram indexes need it, and Prisma's schema does not speak of extensions.
  writeFileSync(file, isFirst ? `CREATE EXTENSION IF NOT EXISTS pg_trgm;\n\n${sql}` : sql)
  writeFileSync(snapshotFile, schema)
  console.log(`${path.relative(process.cwd(), file)} is written. Read it before you commit it with the snapshot.`)
} else {
  // Comments and order may differ; keep the snapshot equal so that the next diff is easy to read.
  writeFileSync(snapshotFile, schema)
  console.log('The schema has not changed since the last migration.')
}
