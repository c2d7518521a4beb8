import { readFileSync } from 'node:fs'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

// Prisma's schema engine as WebAssembly: the code that `prisma migrate` downloads as a binary, but from npm. For
// developers and tests alone; a running desk migrates with scripts/migrate.ts.

type Glue = typeof import('@prisma/schema-engine-wasm') & WebAssembly.ModuleImports & { __wbg_set_wasm(exports: WebAssembly.Exports): void }

/** The SQL that turns the tables of schema `from` (null: no tables) into those of `to`; '' when they agree. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const engine = await openEngine(to)
  try {
    const result = await engine.diff({
      from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'snapshot.prisma', content: from }] },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: to }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return result.exitCode === 0 ? '' : (result.stdout ?? '')
  } finally {
    engine.free()
  }
}

async function openEngine(schema: string): Promise<SchemaEngine> {
  glue ??= loadGlue()
  const factory = {
    provider: 'postgres',
    adapterName: 'offline',
    connect: async () => OFFLINE,
    connectToShadowDb: async () => OFFLINE,
  } as const
  return (await glue).SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

// Once a process: the module keeps views of the memory of the instance it was given first.
let glue: Promise<Glue> | undefined

async function loadGlue(): Promise<Glue> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error('schema engine:', message) } })
  const url = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue: Glue = await import(url)
  const { instance } = await WebAssembly.instantiate(readFileSync(new URL('./schema_engine_bg.wasm', url)), {
    './schema_engine_bg.js': glue,
  })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return glue
}

// The engine asks a database for its version when it is made, and comparing two files asks nothing more.
const OFFLINE: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'offline',
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18.4', 180004]],
  }),
  executeRaw: () => refuse(),
  executeScript: () => refuse(),
  startTransaction: () => refuse(),
  dispose: async () => {},
}

function refuse(): never {
  throw new Error('The schema engine asked for a database, and comparing schemas must not need one.')
}
