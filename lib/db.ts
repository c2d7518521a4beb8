import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { perProcess } from '@/lib/per-process'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

/** What a verb gets that takes part in its caller's transaction. */
export type Tx = Prisma.TransactionClient

type Connections = { prisma?: PrismaClient; pool?: pg.Pool }

const connections = perProcess<Connections>('db', () => ({}))

/** The Prisma client of this process. */
export function db(): PrismaClient {
  connections.prisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: 12,
      connectionTimeoutMillis: 5_000,
      // A statement that hangs would hold a door open for ever; nothing here takes 20 s on purpose.
      statement_timeout: 20_000,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
  return connections.prisma
}

/** A small pool for what Prisma does not do: the job queue and NOTIFY outside a transaction. */
export function pgPool(): pg.Pool {
  if (!connections.pool) {
    connections.pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 12, connectionTimeoutMillis: 5_000 })
    // An idle connection dies with the server; the pool replaces it, and the next query says what is wrong.
    connections.pool.on('error', () => undefined)
  }
  return connections.pool
}

/** Closes what this process has opened; for tests and command-line tools. */
export async function closeDb(): Promise<void> {
  const { prisma, pool } = connections
  connections.prisma = undefined
  connections.pool = undefined
  await Promise.all([prisma?.$disconnect(), pool?.end()])
}
