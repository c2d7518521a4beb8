import pg from 'pg'
import { z } from 'zod'
import { pgPool, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { Prisma } from '@/prisma/generated/client'

const uuid = z.string().min(1)

const deskEventSchema = z.discriminatedUnion('kind', [
  /** Something about the ticket changed, or it is new. */
  z.object({ kind: z.literal('ticket'), ticketId: uuid }),
  /** The draft as far as it is written. */
  z.object({ kind: z.literal('draft'), ticketId: uuid, suggestionId: uuid, text: z.string() }),
  /** The draft changed its state. */
  z.object({ kind: z.literal('suggestion'), ticketId: uuid, suggestionId: uuid, status: z.string(), rung: z.string().nullable() }),
  z.object({ kind: z.literal('delivery'), ticketId: uuid, messageId: uuid, status: z.string() }),
  /** The published rules changed. */
  z.object({ kind: z.literal('rules') }),
  /** Rules have been embedded. */
  z.object({ kind: z.literal('embeddings') }),
  /** An import of rules went on, or came to its end. */
  z.object({ kind: z.literal('import'), importId: uuid }),
  z.object({ kind: z.literal('settings') }),
  /** The floors are being calibrated. */
  z.object({ kind: z.literal('calibration'), done: z.number(), total: z.number() }),
  /** Somebody has something open, or has gone; said again and again while it lasts. `place`: `rule/<id>`. */
  z.object({
    kind: z.literal('presence'),
    place: z.string(),
    tabId: uuid,
    agentId: uuid,
    name: z.string(),
    state: z.enum(['looks', 'edits', 'left']),
  }),
])

/** What happened, for every process of this installation and every open browser. */
export type DeskEvent = z.infer<typeof deskEventSchema>

const CHANNEL = 'deskhand'
/** PostgreSQL refuses a payload of 8,000 bytes. */
const MAX_PAYLOAD_BYTES = 7_900

/** The event as NOTIFY carries it; a draft too long for it is cut at its beginning's end, never refused. */
function encode(event: DeskEvent): string {
  const payload = JSON.stringify(event)
  if (Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES || event.kind !== 'draft') return payload
  return encode({ ...event, text: event.text.slice(0, Math.floor(event.text.length * 0.8)) })
}

/** The expression that tells everyone, for a statement that does something else as well. */
export function publishSql(event: DeskEvent): Prisma.Sql {
  return Prisma.sql`pg_notify(${CHANNEL}, ${encode(event)})`
}

/** Tells everyone once the caller's transaction has committed, and nobody if it has not. */
export async function publish(tx: Tx, event: DeskEvent): Promise<void> {
  await tx.$executeRaw`select ${publishSql(event)}`
}

/** Tells everyone now. */
export async function publishNow(event: DeskEvent): Promise<void> {
  await pgPool().query('select pg_notify($1, $2)', [CHANNEL, encode(event)])
}

type Listener = (event: DeskEvent) => void
/** Called when the connection came back: whatever happened meanwhile was not heard. */
type ReconnectListener = () => void

type Hub = {
  listeners: Set<Listener>
  reconnectListeners: Set<ReconnectListener>
  client?: pg.Client
  isStarted: boolean
  retry?: NodeJS.Timeout
}

const hub = perProcess<Hub>('events', () => ({ listeners: new Set(), reconnectListeners: new Set(), isStarted: false }))

/** Hears every event from now on; returns the way to stop. One connection a process, whoever listens. */
export function subscribe(listener: Listener, onReconnect?: ReconnectListener): () => void {
  hub.listeners.add(listener)
  if (onReconnect) hub.reconnectListeners.add(onReconnect)
  if (!hub.isStarted) {
    hub.isStarted = true
    void listen(false)
  }
  return () => {
    hub.listeners.delete(listener)
    if (onReconnect) hub.reconnectListeners.delete(onReconnect)
  }
}

/** Stops listening; for tests and command-line tools. */
export async function closeEvents(): Promise<void> {
  hub.isStarted = false
  clearTimeout(hub.retry)
  hub.listeners.clear()
  hub.reconnectListeners.clear()
  const client = hub.client
  hub.client = undefined
  await client?.end()
}

async function listen(isRetry: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 5_000, keepAlive: true })
  let isOver = false
  const again = (cause?: unknown) => {
    if (isOver) return
    isOver = true
    if (hub.client === client) hub.client = undefined
    void client.end().catch((error: unknown) => log.debug({ event: 'events.close', cause: describeError(error) }))
    if (!hub.isStarted) return
    if (cause) log.warn({ event: 'events.lost', cause: describeError(cause) })
    hub.retry = setTimeout(() => void listen(true), 500 + Math.random() * 500)
  }
  client.on('error', again)
  client.on('end', () => again())
  client.on('notification', (message) => hear(message.payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    hub.client = client
    if (isRetry) for (const listener of hub.reconnectListeners) listener()
  } catch (cause) {
    again(cause)
  }
}

function hear(payload: string): void {
  let event: DeskEvent
  try {
    event = deskEventSchema.parse(JSON.parse(payload))
  } catch (cause) {
    log.warn({ event: 'events.unreadable', cause: describeError(cause) })
    return
  }
  for (const listener of hub.listeners) {
    try {
      listener(event)
    } catch (cause) {
      log.error({ event: 'events.listener', cause: describeError(cause) })
    }
  }
}
