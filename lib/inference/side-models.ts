import { env } from '@/lib/env'
import { Breaker } from '@/lib/inference/breaker'
import { type ModelEntry, modelListSchema, type SideTask } from '@/lib/inference/protocol'
import { inferenceHeaders } from '@/lib/inference/servers'
import { log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'

/** A model that embeds or reranks, and where. */
export type SideModel = {
  task: SideTask
  url: string
  /** As the server names it. */
  name: string
  /** Its own: a slow embedding must not keep anybody from asking for a reply. */
  breaker: Breaker
  /** Its circuit has opened, and it has not answered since. */
  isAway: boolean
  /** Fingerprints of texts that it would not embed, so that it is not asked again and again. */
  refused: Set<string>
}

const FRESH_MS = 30_000
const ASK_TIMEOUT_MS = 1_500
const TASKS: SideTask[] = ['embedding', 'rerank']

type Known = { models: Map<SideTask, SideModel>; askedAt: number; asking: Promise<void> | null }

const known = perProcess<Known>('sideModels', () => ({ models: new Map(), askedAt: 0, asking: null }))

/** The model for this task as far as is known; null where there is none. Never waits: what it does not know yet it asks for meanwhile. */
export function sideModel(task: SideTask): SideModel | null {
  if (Date.now() - known.askedAt > FRESH_MS) void refreshSideModels()
  return known.models.get(task) ?? null
}

/** The same, and waits while nothing is known yet. */
export async function findSideModel(task: SideTask): Promise<SideModel | null> {
  if (known.askedAt === 0) await refreshSideModels()
  return sideModel(task)
}

/** Asks the servers now which models they have, at most 1.5 s. */
export function refreshSideModels(): Promise<void> {
  known.asking ??= refresh().finally(() => {
    known.askedAt = Date.now()
    known.asking = null
  })
  return known.asking
}

/** Forgets what servers said; for tests. */
export function forgetSideModels(): void {
  known.models.clear()
  known.askedAt = 0
}

async function refresh(): Promise<void> {
  const lists = new Map<string, Promise<ModelEntry[] | null>>()
  const listOf = (url: string) => {
    const list = lists.get(url) ?? askServer(url)
    lists.set(url, list)
    return list
  }
  await Promise.all(TASKS.map((task) => find(task, listOf)))
}

async function find(task: SideTask, listOf: (url: string) => Promise<ModelEntry[] | null>): Promise<void> {
  const { INFERENCE_URL, EMBEDDING_URL, RERANK_URL, EMBEDDING_MODEL, RERANK_MODEL } = env()
  const own = task === 'embedding' ? EMBEDDING_URL : RERANK_URL
  const configured = task === 'embedding' ? EMBEDDING_MODEL : RERANK_MODEL
  // The path of a GGUF is for the worker; what it makes of it, it tells.
  const wanted = configured?.toLowerCase().endsWith('.gguf') ? undefined : configured
  const before = known.models.get(task)
  for (const url of own.length > 0 ? own : INFERENCE_URL) {
    const entries = await listOf(url)
    // A server that is away keeps what it had: whoever asks finds out, and its breaker remembers.
    const isAway = entries === null && before?.url === url
    const name = isAway ? before.name : entries && nameIn(entries, { task, wanted, isDedicated: own.length > 0 })
    if (!name) continue
    if (before?.url === url && before.name === name) return
    known.models.set(task, { task, url, name, breaker: new Breaker(), isAway: false, refused: new Set() })
    log.info({ event: 'meaning.found', task, model: name, url })
    return
  }
  if (known.models.delete(task)) log.info({ event: 'meaning.gone', task })
}

function nameIn(
  entries: ModelEntry[],
  { task, wanted, isDedicated }: { task: SideTask; wanted?: string; isDedicated: boolean },
): string | undefined {
  const told = entries.find((entry) => entry.deskhand_side?.task === task)
  const named = entries.find((entry) => entry.id === wanted)
  // A server that is named for this task alone and says nothing of tasks has the right model.
  const only = isDedicated && wanted === undefined ? entries.find((entry) => !entry.deskhand && !entry.deskhand_side) : undefined
  return (named ?? told ?? only)?.id
}

async function askServer(url: string): Promise<ModelEntry[] | null> {
  try {
    const response = await fetch(`${url}/v1/models`, { headers: inferenceHeaders(), signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
    if (!response.ok) return null
    const list = modelListSchema.safeParse(await response.json())
    return list.success ? list.data.data : null
  } catch {
    // Whoever needs the server hears of it elsewhere.
    return null
  }
}
