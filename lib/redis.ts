import 'server-only'
import { Redis } from 'ioredis'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'

type Connection = { client?: Redis; hasWarned: boolean }

const connection = perProcess<Connection>('redis', () => ({ hasWarned: false }))

function connect(url: string): Redis {
  const client = new Redis(url, {
    // Redis may vanish at any moment: a command fails at once and the caller goes on without it.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(200 * 2 ** attempt, 5_000) * (0.75 + Math.random() / 2),
  })
  client.on('ready', () => {
    if (connection.hasWarned) log.info({ event: 'redis.back' })
    connection.hasWarned = false
  })
  client.on('error', (cause) => {
    if (!connection.hasWarned) log.warn({ event: 'redis.away', cause: cause.message })
    connection.hasWarned = true
  })
  return client
}

/** The client, or null when none is configured or it cannot serve right now. Never waits. */
export function redis(): Redis | null {
  const url = env().REDIS_URL
  if (!url) return null
  connection.client ??= connect(url)
  return connection.client.status === 'ready' ? connection.client : null
}

/** For tests and tools: waits until the client can serve, at most `timeoutMs`. */
export async function connectRedis(timeoutMs = 2_000): Promise<boolean> {
  if (redis()) return true
  const client = connection.client
  if (!client) return false
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs)
    client.once('ready', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

/** Closes the connection; for tests and command-line tools. */
export function closeRedis(): void {
  connection.client?.disconnect()
  connection.client = undefined
}
