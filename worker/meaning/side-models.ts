import { availableParallelism } from 'node:os'
import { basename, resolve } from 'node:path'
import type { WorkerEnv } from '../env'
import { CallQueue } from './call-queue'
import { type Embedder, loadEmbedder } from './embedder'
import { loadReranker, type Reranker } from './reranker'

/** A model beside the one that replies. What is not configured is `absent`, and nothing of it shows anywhere. */
export type SideModel<Loaded> =
  | { state: 'absent' }
  | { state: 'loading' | 'stopping'; name: string }
  | { state: 'failed'; name: string; reason: string }
  | { state: 'ready'; name: string; model: Loaded }

export type SideModels = { embedder: SideModel<Embedder>; reranker: SideModel<Reranker> }

export const NO_SIDE_MODELS: SideModels = { embedder: { state: 'absent' }, reranker: { state: 'absent' } }

/** The settings that name them, to tell those who ask for what is not there. */
export const SIDE_SETTINGS = { embedder: 'EMBEDDING_MODEL', reranker: 'RERANK_MODEL' } as const

type Kind = keyof SideModels
type Freed = { free(): Promise<void> }

/** Loads, holds and frees the models beside the one that replies. One that cannot be loaded harms nobody but those who ask for it. */
export class SideModelHolder {
  readonly models: SideModels
  readonly #env: WorkerEnv
  readonly #isChatBusy: () => boolean

  constructor(env: WorkerEnv, isChatBusy: () => boolean) {
    this.#env = env
    this.#isChatBusy = isChatBusy
    this.models = { embedder: initial(env.EMBEDDING_MODEL), reranker: initial(env.RERANK_MODEL) }
  }

  /** Resolves when each is ready or has failed. One after the other: they share the machine with replies. */
  async load(): Promise<void> {
    await this.#load('embedder', this.#env.EMBEDDING_MODEL, loadEmbedder)
    await this.#load('reranker', this.#env.RERANK_MODEL, loadReranker)
  }

  async #load<Loaded extends Embedder | Reranker>(
    kind: Kind,
    path: string | undefined,
    open: (options: Parameters<typeof loadEmbedder>[0]) => Promise<Loaded>,
  ): Promise<void> {
    if (path === undefined || this.models[kind].state !== 'loading') return
    const { WORKER_GPU: gpu = 'auto', WORKER_THREADS: threads = availableParallelism(), WORKER_QUEUE } = this.#env
    const name = nameOf(path)
    const queue = new CallQueue({ capacity: WORKER_QUEUE + 1, isChatBusy: this.#isChatBusy })
    const set = (state: SideModel<Loaded>) => Object.assign(this.models, { [kind]: state })
    try {
      const model = await open({ name, modelPath: resolve(path), gpu, threads, queue })
      if (this.models[kind].state === 'loading') set({ state: 'ready', name, model })
      else await model.free()
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      console.error(`worker goes on without ${SIDE_SETTINGS[kind]} (${resolve(path)}): ${reason}`)
      set({ state: 'failed', name, reason })
    }
  }

  /** Takes nothing new and frees them after the calls in progress. */
  async free(): Promise<void> {
    const held = Object.values(this.models).flatMap((side): Freed[] => (side.state === 'ready' ? [side.model] : []))
    for (const kind of ['embedder', 'reranker'] as const) {
      const side = this.models[kind]
      if (side.state !== 'absent') this.models[kind] = { state: 'stopping', name: side.name }
    }
    await Promise.all(held.map((model) => model.free()))
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
