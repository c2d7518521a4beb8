import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { EngineLoad, EngineReply } from '../engine'

// From a pocket model's 30 ms to a long reply on a slow CPU, in seconds.
const SECONDS = [0.03, 0.1, 0.3, 1, 3, 10, 30, 100]

/** The worker's own registry: two servers in one test process do not share their counts. */
export class WorkerMetrics {
  readonly #registry = new Registry()
  readonly #requests: Counter<'status'>
  readonly #tokens: Counter<'kind'>
  readonly #firstText: Histogram
  readonly #replies: Histogram

  /** @param load what the engine is doing now; null while there is none */
  constructor(load: () => EngineLoad | null) {
    const registers = [this.#registry]
    this.#requests = new Counter({ name: 'worker_requests_total', help: 'Chat requests by HTTP status', labelNames: ['status'], registers })
    this.#tokens = new Counter({
      name: 'worker_tokens_total',
      help: 'Tokens: prompt, cached (part of prompt), completion',
      labelNames: ['kind'],
      registers,
    })
    this.#firstText = new Histogram({ name: 'worker_first_text_seconds', help: 'Request to first text', buckets: SECONDS, registers })
    this.#replies = new Histogram({ name: 'worker_reply_seconds', help: 'Request to complete reply', buckets: SECONDS, registers })
    const gauge = (name: string, help: string, read: (load: EngineLoad) => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          const now = load()
          this.set(now ? read(now) : 0)
        },
      })
    gauge('worker_slots', 'Requests that can be answered at the same time', (now) => now.slots)
    gauge('worker_slots_busy', 'Requests being answered', (now) => now.busySlots)
    gauge('worker_queue_length', 'Requests waiting for a slot', (now) => now.waiting)
    gauge('worker_queue_capacity', 'Requests that may wait before 503', (now) => now.queueCapacity)
  }

  countRequest(status: number): void {
    this.#requests.inc({ status: String(status) })
  }

  observeFirstText(ms: number): void {
    this.#firstText.observe(ms / 1000)
  }

  observeReply(reply: EngineReply, ms: number): void {
    this.#tokens.inc({ kind: 'prompt' }, reply.promptTokens)
    this.#tokens.inc({ kind: 'cached' }, reply.cachedTokens)
    this.#tokens.inc({ kind: 'completion' }, reply.completionTokens)
    this.#replies.observe(ms / 1000)
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
