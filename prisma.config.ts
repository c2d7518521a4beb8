// Every prisma command wants its schema engine binary, which is downloaded from outside the npm registry, though
// `generate` never runs it: any existing file satisfies the check. Migrations go through scripts/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
