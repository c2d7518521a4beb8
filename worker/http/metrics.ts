import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { SideTask } from '../../lib/inference/protocol'
import type { EngineCounts, EngineLoad, EngineReply } from '../engine'

// From a pocket model's 30 ms to a long reply on a slow CPU, in seconds.
const SECONDS = [0.03, 0.1, 0.3, 1, 3, 10, 30, 100]
// vLLM's own buckets, as far as a CPU needs them.
const TOKEN_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5]
const TOKENS = [1, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000]

export type EngineView = { name: string; load: EngineLoad; counts: EngineCounts }
/** `step`: a batch has added so many tokens to the reply. It ends with `done` or `aborted`, or with neither where it failed. */
export type ReplyTiming = { step: (tokens: number) => void; done: (reply: EngineReply) => void; aborted: () => void }

export type SideTiming = { tokens: (count: number) => void; done: () => void; aborted: () => void; failed: () => void }

type SideLabel = 'model_name' | 'task'

/**
 * Metrics under vLLM's names, so that dashboards made for it work, and `deskhand:` for what vLLM has not. A registry of
 * its own: two servers in one test process do not share their counts.
 */
export class WorkerMetrics {
  readonly #registry = new Registry()
  readonly #now: () => EngineView | null
  readonly #http: Counter<'path' | 'status'>
  readonly #tokens: { prompt: Counter<'model_name'>; generation: Counter<'model_name'> }
  readonly #success: Counter<'model_name' | 'finished_reason'>
  readonly #firstToken: Histogram<'model_name'>
  readonly #betweenTokens: Histogram<'model_name'>
  readonly #wholeReply: Histogram<'model_name'>
  readonly #promptTokens: Histogram<'model_name'>
  readonly #replyTokens: Histogram<'model_name'>

  readonly #side: { requests: Counter<SideLabel | 'outcome'>; tokens: Counter<SideLabel>; seconds: Histogram<SideLabel> }

  /** @param now the engine as it is; null while there is none */
  constructor(now: () => EngineView | null) {
    this.#now = now
    const registers = [this.#registry]
    const labelNames = ['model_name'] as const
    const counter = (name: string, help: string) => new Counter({ name, help, labelNames, registers })
    const histogram = (name: string, help: string, buckets: number[]) => new Histogram({ name, help, labelNames, buckets, registers })
    this.#http = new Counter({
      name: 'deskhand:http_requests_total',
      help: 'Requests by path and HTTP status',
      labelNames: ['path', 'status'],
      registers,
    })
    this.#tokens = {
      prompt: counter('vllm:prompt_tokens_total', 'Tokens of prompts'),
      generation: counter('vllm:generation_tokens_total', 'Tokens of replies'),
    }
    this.#success = new Counter({
      name: 'vllm:request_success_total',
      help: 'Replies by what ended them',
      labelNames: ['model_name', 'finished_reason'],
      registers,
    })
    this.#firstToken = histogram('vllm:time_to_first_token_seconds', 'Request to first token', SECONDS)
    this.#betweenTokens = histogram('vllm:inter_token_latency_seconds', 'From one batch that wrote on a reply to the next', TOKEN_SECONDS)
    this.#wholeReply = histogram('vllm:e2e_request_latency_seconds', 'Request to complete reply', SECONDS)
    this.#promptTokens = histogram('vllm:request_prompt_tokens', 'Tokens of a prompt', TOKENS)
    this.#replyTokens = histogram('vllm:request_generation_tokens', 'Tokens of a reply', TOKENS)
    // vLLM serves one model a process. Under its names vectors, which take milliseconds, would pass for replies.
    const sideLabels = ['model_name', 'task'] as const
    this.#side = {
      requests: new Counter({
        name: 'deskhand:side_requests_total',
        help: 'Embeddings and rankings by what became of them',
        labelNames: [...sideLabels, 'outcome'],
        registers,
      }),
      tokens: new Counter({ name: 'deskhand:side_tokens_total', help: 'Tokens embedded and ranked', labelNames: sideLabels, registers }),
      seconds: new Histogram({
        name: 'deskhand:side_request_seconds',
        help: 'Request to complete answer',
        labelNames: sideLabels,
        buckets: SECONDS,
        registers,
      }),
    }
    this.#watch('gauge', 'vllm:num_requests_running', 'Requests being answered', ({ load }) => load.busySlots)
    this.#watch('gauge', 'vllm:num_requests_waiting', 'Requests waiting for a slot', ({ load }) => load.waiting)
    this.#watch('gauge', 'deskhand:slots', 'Requests that can be answered at the same time', ({ load }) => load.slots)
    this.#watch('gauge', 'deskhand:queue_capacity', 'Requests that may wait before 503', ({ load }) => load.queueCapacity)
    this.#watch(
      'gauge',
      'deskhand:estimated_wait_seconds',
      'Until a request that came now would begin',
      ({ load }) => load.estimatedWaitMs / 1000,
    )
    this.#watch('counter', 'deskhand:decode_rounds_total', 'Batches computed', ({ counts }) => counts.rounds)
    this.#watch('counter', 'deskhand:failed_rounds_total', 'Batches that failed', ({ counts }) => counts.failedRounds)
    this.#watch('counter', 'vllm:prefix_cache_queries_total', 'Prompt tokens looked up', ({ counts }) => counts.promptTokens)
    this.#watch('counter', 'vllm:prefix_cache_hits_total', 'Prompt tokens not computed again', ({ counts }) => counts.cachedTokens)
    this.#watch('counter', 'vllm:spec_decode_num_draft_tokens_total', 'Tokens guessed', ({ counts }) => counts.draftedTokens)
    this.#watch(
      'counter',
      'vllm:spec_decode_num_accepted_tokens_total',
      'Guessed tokens that were right',
      ({ counts }) => counts.acceptedTokens,
    )
    collectDefaultMetrics({ register: this.#registry })
  }

  /** A metric that the engine keeps itself. */
  #watch(kind: 'gauge' | 'counter', name: string, help: string, read: (view: EngineView) => number): void {
    const now = this.#now
    const options = { name, help, labelNames: ['model_name'] as const, registers: [this.#registry] }
    if (kind === 'gauge') {
      new Gauge({
        ...options,
        collect() {
          const view = now()
          this.reset()
          if (view) this.set({ model_name: view.name }, read(view))
        },
      })
      return
    }
    new Counter({
      ...options,
      collect() {
        const view = now()
        this.reset()
        if (view) this.inc({ model_name: view.name }, read(view))
      },
    })
  }

  countRequest(path: string, status: number): void {
    this.#http.inc({ path, status: String(status) })
  }

  /**
   * Watches one reply, from `startedAt` (performance.now()) to its end. Tokens count as they are written, whatever becomes of
   * the reply: those of the prompt with the first. Between two batches that wrote on it lies one inter-token latency,
   * however many tokens the second one added. All as in vLLM (v1/metrics/stats.py).
   */
  timeReply(promptTokens: number, startedAt: number): ReplyTiming {
    let lastAt: number | null = null
    const labels = this.#labels()
    return {
      step: (tokens) => {
        const at = performance.now()
        if (lastAt === null) {
          this.#firstToken.observe(labels, (at - startedAt) / 1000)
          this.#tokens.prompt.inc(labels, promptTokens)
        } else this.#betweenTokens.observe(labels, (at - lastAt) / 1000)
        lastAt = at
        this.#tokens.generation.inc(labels, tokens)
      },
      aborted: () => this.#success.inc({ ...labels, finished_reason: 'abort' }),
      done: (reply) => {
        this.#wholeReply.observe(labels, (performance.now() - startedAt) / 1000)
        this.#promptTokens.observe(labels, reply.promptTokens)
        this.#replyTokens.observe(labels, reply.completionTokens)
        this.#success.inc({ ...labels, finished_reason: reply.finishReason })
      },
    }
  }

  /** Watches one request to a model beside the one that replies, from `startedAt` (performance.now()) to its end. */
  timeSide(task: SideTask, model: string, startedAt: number): SideTiming {
    const labels = { task, model_name: model }
    const end = (outcome: 'done' | 'aborted' | 'failed') => this.#side.requests.inc({ ...labels, outcome })
    return {
      tokens: (count) => this.#side.tokens.inc(labels, count),
      done: () => {
        this.#side.seconds.observe(labels, (performance.now() - startedAt) / 1000)
        end('done')
      },
      aborted: () => end('aborted'),
      failed: () => end('failed'),
    }
  }

  #labels(): { model_name: string } {
    return { model_name: this.#now()?.name ?? '' }
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** Names of everything that can be scraped; a histogram's parts as Prometheus sees them. */
  async names(): Promise<string[]> {
    const metrics = await this.#registry.getMetricsAsJSON()
    return metrics.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? ['_bucket', '_sum', '_count'].map((part) => name + part) : [name],
    )
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
