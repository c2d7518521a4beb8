import { basename, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { WorkerEnv } from '../env'
import { retryPauses } from '../retry-pauses'
import { usableCores } from '../usable-cores'
import { CallQueue } from './call-queue'
import { type Embedder, loadEmbedder } from './embedder'
import { loadReranker, type Reranker } from './reranker'

/** A model beside the one that replies. What is not configured is `absent`, and nothing of it shows anywhere. */
export type SideModel<Loaded> =
  | { state: 'absent' }
  | { state: 'loading' | 'stopping'; name: string }
  /** It cannot be loaded; it is tried again. */
  | { state: 'failed'; name: string; reason: string; retryAt: number }
  | { state: 'ready'; name: string; model: Loaded }

export type SideModels = { embedder: SideModel<Embedder>; reranker: SideModel<Reranker> }

export const NO_SIDE_MODELS: SideModels = { embedder: { state: 'absent' }, reranker: { state: 'absent' } }

/** The settings that name them, to tell those who ask for what is not there. */
export const SIDE_SETTINGS = { embedder: 'EMBEDDING_MODEL', reranker: 'RERANK_MODEL' } as const

type Kind = keyof SideModels
type Held = { queue: CallQueue; model: Embedder | Reranker }

/** Loads, holds and frees the models beside the one that replies. One that cannot be loaded harms nobody but those who ask for it. */
export class SideModelHolder {
  readonly models: SideModels
  readonly #env: WorkerEnv
  readonly #isChatBusy: () => boolean
  readonly #held: Held[] = []

  constructor(env: WorkerEnv, isChatBusy: () => boolean) {
    this.#env = env
    this.#isChatBusy = isChatBusy
    this.models = { embedder: initial(env.EMBEDDING_MODEL), reranker: initial(env.RERANK_MODEL) }
  }

  /** Resolves when each is ready, after as many tries as it takes. One after the other: they share the machine with replies. */
  async load(): Promise<void> {
    for (const pauseMs of retryPauses()) {
      await this.#load('embedder', { path: this.#env.EMBEDDING_MODEL, open: loadEmbedder, pauseMs })
      await this.#load('reranker', { path: this.#env.RERANK_MODEL, open: loadReranker, pauseMs })
      if (Object.values(this.models).every(({ state }) => state !== 'failed')) return
      await wait(pauseMs)
    }
  }

  async #load<Loaded extends Embedder | Reranker>(
    kind: Kind,
    { path, open, pauseMs }: { path?: string; open: (options: Parameters<typeof loadEmbedder>[0]) => Promise<Loaded>; pauseMs: number },
  ): Promise<void> {
    if (path === undefined || !this.#isWanted(kind)) return
    const { WORKER_GPU: gpu = 'auto', WORKER_THREADS: threads = usableCores(), WORKER_QUEUE } = this.#env
    const name = nameOf(path)
    const queue = new CallQueue({ capacity: WORKER_QUEUE + 1, isChatBusy: this.#isChatBusy })
    const set = (state: SideModel<Loaded>) => Object.assign(this.models, { [kind]: state })
    try {
      const model = await open({ name, modelPath: resolve(path), gpu, threads, queue })
      if (!this.#isWanted(kind)) {
        await model.free()
        return
      }
      this.#held.push({ queue, model })
      set({ state: 'ready', name, model })
    } catch (cause) {
      if (!this.#isWanted(kind)) return
      const reason = cause instanceof Error ? cause.message : String(cause)
      console.error(`worker goes on without ${SIDE_SETTINGS[kind]} (${resolve(path)}): ${reason} Next try in ${pauseMs / 1000} s.`)
      set({ state: 'failed', name, reason, retryAt: Date.now() + pauseMs })
    }
  }

  /** Not ready yet, and not given up because the worker stops. */
  #isWanted(kind: Kind): boolean {
    const { state } = this.models[kind]
    return state === 'loading' || state === 'failed'
  }

  /** Takes nothing new, and lets what they have finish for at most `deadlineMs`. */
  async finish(deadlineMs: number): Promise<void> {
    for (const kind of ['embedder', 'reranker'] as const) {
      const side = this.models[kind]
      if (side.state !== 'absent') this.models[kind] = { state: 'stopping', name: side.name }
    }
    await Promise.all(this.#held.map(({ queue }) => queue.finish(deadlineMs)))
  }

  /** After `finish`. */
  async free(): Promise<void> {
    await Promise.all(this.#held.map(({ model }) => model.free()))
  }
}

function initial(path: string | undefined): { state: 'absent' } | { state: 'loading'; name: string } {
  return path === undefined ? { state: 'absent' } : { state: 'loading', name: nameOf(path) }
}

function nameOf(path: string): string {
  return basename(path)
    .replace(/\.gguf$/i, '')
    .toLowerCase()
}
