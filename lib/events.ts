import pg from 'pg'
import { z } from 'zod'
import { pgPool, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { type Position, Progress, replayEvents, writePosition } from '@/lib/event-log'
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
  /** Somebody has something new to hear of, or has read some of it. */
  z.object({ kind: z.literal('notification'), userId: uuid }),
  /** The floors are being calibrated. */
  z.object({ kind: z.literal('calibration'), done: z.number(), total: z.number() }),
  /** Somebody has something open, or has gone; said again and again while it lasts. `place`: `rule/<id>`, `ticket/<id>`. */
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

/** Passing states, told again and again while they last: nobody who was cut off has a use for them afterwards. */
const PASSING: ReadonlySet<DeskEvent['kind']> = new Set(['draft', 'presence', 'calibration'])

/** The expression that tells everyone, for a statement that does something else as well. What lasts is kept for those who are cut off. */
export function publishSql(event: DeskEvent): Prisma.Sql {
  return PASSING.has(event.kind) ? Prisma.sql`pg_notify(${CHANNEL}, ${encode(event)})` : Prisma.sql`publish_event(${encode(event)})`
}

/** Tells everyone once the caller's transaction has committed, and nobody if it has not. */
export async function publish(tx: Tx, event: DeskEvent): Promise<void> {
  await tx.$executeRaw`select ${publishSql(event)}`
}

/** Tells everyone now. */
export async function publishNow(event: DeskEvent): Promise<void> {
  const { text, values } = Prisma.sql`select ${publishSql(event)}`
  await pgPool().query(text, values as unknown[])
}

/** What an event is numbered, and how far one has heard with it; null for passing ones. */
type Heard = { id: number; position: string } | null
type Listener = (event: DeskEvent, heard: Heard) => void
/** Called when the connection was away for so long that what happened meanwhile can no longer be told. */
type LostListener = () => void

type Hub = {
  listeners: Set<Listener>
  lostListeners: Set<LostListener>
  /** How far this process has heard; set once it listens. */
  progress?: Progress
  /** What is announced while the past is being read. */
  early: string[] | null
  /** Called once this process listens. */
  onListening: Set<() => void>
  client?: pg.Client
  isStarted: boolean
  retry?: NodeJS.Timeout
}

const hub = perProcess<Hub>('events', () => ({
  listeners: new Set(),
  lostListeners: new Set(),
  early: null,
  onListening: new Set(),
  isStarted: false,
}))

/** Hears every event from now on; returns the way to stop. One connection a process, whoever listens. */
export function subscribe(listener: Listener, onLost?: LostListener): () => void {
  hub.listeners.add(listener)
  if (onLost) hub.lostListeners.add(onLost)
  if (!hub.isStarted) {
    hub.isStarted = true
    void listen()
  }
  return () => {
    hub.listeners.delete(listener)
    if (onLost) hub.lostListeners.delete(onLost)
  }
}

/** Once this process listens: what is committed from then on is heard by everyone who has subscribed before. */
export function listening(): Promise<void> {
  return hub.progress ? Promise.resolve() : new Promise((resolve) => hub.onListening.add(resolve))
}

/** Stops listening; for tests and command-line tools. */
export async function closeEvents(): Promise<void> {
  hub.isStarted = false
  clearTimeout(hub.retry)
  hub.listeners.clear()
  hub.lostListeners.clear()
  hub.progress = undefined
  const client = hub.client
  hub.client = undefined
  await client?.end()
}

async function listen(): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 5_000, keepAlive: true })
  let isOver = false
  const again = (cause?: unknown) => {
    if (isOver) return
    isOver = true
    if (hub.client === client) hub.client = undefined
    void client.end().catch((error: unknown) => log.debug({ event: 'events.close', cause: describeError(error) }))
    if (!hub.isStarted) return
    if (cause) log.warn({ event: 'events.lost', cause: describeError(cause) })
    hub.retry = setTimeout(() => void listen(), 500 + Math.random() * 500)
  }
  client.on('error', again)
  client.on('end', () => again())
  client.on('notification', ({ payload = '' }) => (hub.early ? hub.early.push(payload) : hear(payload)))
  try {
    await client.connect()
    hub.early = []
    await client.query(`listen ${CHANNEL}`)
    await catchUp()
    hub.client = client
    for (const tell of hub.onListening) tell()
    hub.onListening.clear()
  } catch (cause) {
    again(cause)
  }
}

/** Hears what happened while nobody listened. After LISTEN: what is announced from now on comes by itself, and is heard once. */
async function catchUp(): Promise<void> {
  const known: Position | null = hub.progress?.position() ?? null
  const { events, position } = await replayEvents(known)
  if (events) for (const { id, payload } of events) hear(`${id} ${payload}`)
  else {
    hub.progress = new Progress(position)
    if (known) for (const listener of hub.lostListeners) listener()
  }
  const early = hub.early ?? []
  hub.early = null
  for (const announcement of early) hear(announcement)
}

function hear(announcement: string): void {
  const [, number, payload = ''] = /^(?:(\d+) )?(.*)$/s.exec(announcement) ?? []
  let event: DeskEvent
  try {
    event = deskEventSchema.parse(JSON.parse(payload))
  } catch (cause) {
    log.warn({ event: 'events.unreadable', cause: describeError(cause) })
    return
  }
  const heard = number ? noteHeard(Number(number)) : null
  if (heard === 'before') return
  for (const listener of hub.listeners) {
    try {
      listener(event, heard)
    } catch (cause) {
      log.error({ event: 'events.listener', cause: describeError(cause) })
    }
  }
}

/** `before`: it was caught up with already. */
function noteHeard(id: number): Heard | 'before' {
  hub.progress ??= new Progress({ last: id - 1, gaps: [] })
  if (hub.progress.covers(id)) return 'before'
  hub.progress.note(id)
  return { id, position: writePosition(hub.progress.position()) }
}
