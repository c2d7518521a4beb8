import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { subscribe } from '@/lib/events'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { fromBytes } from '@/lib/retrieval/meaning/unit-vector'

/** The vectors of one model, in one matrix: a row each, `dimensions` numbers long. */
export type RuleVectors = {
  model: string
  /** As many as were asked for, or as many as the model has where that is less. */
  dimensions: number
  /** As many as were asked for. */
  wanted: number
  matrix: Float32Array
  rowOf: Map<string, number>
  /** Grows with every row that is new or has changed. */
  version: number
}

type Store = { vectors: RuleVectors | null; loadedUntil: Date; checkedAt: number; loading: Promise<void> | null; isListening: boolean }

/** Notifications keep them fresh; should one be lost, a search finds out after this long. */
const CHECK_EVERY_MS = 15_000
/** A transaction may commit after one that began later: what was written this shortly before the last look is read again. */
const OVERLAP_MS = 60_000
const PAGE = 500

const store = perProcess<Store>('ruleVectors', () => ({
  vectors: null,
  loadedUntil: new Date(0),
  checkedAt: 0,
  loading: null,
  isListening: false,
}))

/** The vectors of this model as far as they are loaded; null until any is. Never waits: what is new is loaded meanwhile. */
export function ruleVectors(model: string): RuleVectors | null {
  listen()
  const isOther = isOtherThan(model)
  if (isOther || Date.now() - store.checkedAt > CHECK_EVERY_MS) void loadRuleVectors(model)
  return isOther || store.vectors?.rowOf.size === 0 ? null : store.vectors
}

/** Loads what is new of this model. When that fails, the search goes on with what there is. */
export function loadRuleVectors(model: string): Promise<void> {
  store.checkedAt = Date.now()
  store.loading ??= load(model)
    .catch((cause: unknown) => log.warn({ event: 'vectors.load_failed', cause: describeError(cause) }))
    .finally(() => {
      store.loading = null
    })
  return store.loading
}

/** Waits until all is loaded that is there now: a load under way may have begun before it was. Null when there is none. */
export async function loadedRuleVectors(model: string): Promise<RuleVectors | null> {
  await store.loading
  await loadRuleVectors(model)
  return ruleVectors(model)
}

/** Forgets what is loaded, also by a load under way; for tests. */
export async function forgetRuleVectors(): Promise<void> {
  await store.loading
  store.vectors = null
}

async function load(model: string): Promise<void> {
  const wanted = env().EMBEDDING_DIMENSIONS
  const isFirst = isOtherThan(model)
  const since = isFirst ? new Date(0) : new Date(store.loadedUntil.getTime() - OVERLAP_MS)
  const startedAt = performance.now()
  const none: RuleVectors = { model, dimensions: 0, wanted, matrix: new Float32Array(0), rowOf: new Map(), version: 0 }
  const vectors = (!isFirst && store.vectors) || none
  let until = isFirst ? new Date(0) : store.loadedUntil
  let loaded = 0
  for (let after: string | undefined; ; ) {
    const rows = await db().ruleEmbedding.findMany({
      where: { model, dimensions: wanted, embeddedAt: { gte: since }, ruleId: after && { gt: after } },
      orderBy: { ruleId: 'asc' },
      take: PAGE,
      select: { ruleId: true, vector: true, embeddedAt: true },
    })
    // The first one tells how many numbers this model's vectors have.
    vectors.dimensions ||= (rows[0]?.vector.length ?? 0) / 4
    makeRoom(vectors, vectors.rowOf.size + rows.length)
    for (const { ruleId, vector, embeddedAt } of rows) {
      const row = vectors.rowOf.get(ruleId) ?? vectors.rowOf.size
      if (!fromBytes(vector, vectors.matrix, row, vectors.dimensions)) continue
      vectors.rowOf.set(ruleId, row)
      if (embeddedAt > until) until = embeddedAt
      loaded++
    }
    after = rows.at(-1)?.ruleId
    if (rows.length < PAGE) break
  }
  vectors.version += loaded
  store.vectors = vectors
  store.loadedUntil = until
  if (loaded > 0 && isFirst)
    log.info({ event: 'vectors.loaded', model, vectors: vectors.rowOf.size, ms: Math.round(performance.now() - startedAt) })
}

function isOtherThan(model: string): boolean {
  return store.vectors?.model !== model || store.vectors.wanted !== env().EMBEDDING_DIMENSIONS
}

function makeRoom(vectors: RuleVectors, rows: number): void {
  if (vectors.matrix.length >= rows * vectors.dimensions) return
  // A half more than needed, so that rules that come one by one do not each copy all of it.
  const larger = new Float32Array(Math.ceil(rows * 1.5) * vectors.dimensions)
  larger.set(vectors.matrix)
  vectors.matrix = larger
}

function listen(): void {
  if (store.isListening) return
  store.isListening = true
  const refresh = () => {
    if (store.vectors) void loadRuleVectors(store.vectors.model)
  }
  subscribe((event) => event.kind === 'embeddings' && refresh(), refresh)
}
