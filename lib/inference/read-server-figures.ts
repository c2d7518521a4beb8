/** What a server tells of itself under vLLM's names; null is a figure that it does not tell. */
export type ServerFigures = {
  running: number | null
  waiting: number | null
  /** Requests that can be answered at once, and that may wait; our worker's own. */
  slots: number | null
  queueCapacity: number | null
  /** Tokens written since it started, and over how many replies. */
  tokens: number | null
  replies: number | null
  /** Of one reply, while it is being written, on average since it started. */
  tokensPerSecond: number | null
  /** Of the prompts' tokens, how many did not have to be computed again; 0 to 1. */
  prefixHitShare: number | null
  startedAt: string | null
}

// A sample of the Prometheus text format: its name, its labels, its value, and perhaps a time.
const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{[^}]*\})?\s+(\S+)/

/** Metrics in Prometheus' text format → the figures of a screen. Values of one name with several labels are added up. */
export function readServerFigures(text: string): ServerFigures | null {
  const sums = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name, value] = SAMPLE.exec(line) ?? []
    if (name && Number.isFinite(Number(value))) sums.set(name, (sums.get(name) ?? 0) + Number(value))
  }
  if (![...sums.keys()].some((name) => name.startsWith('vllm:'))) return null
  const of = (name: string) => sums.get(name) ?? null
  const ratio = (part: number | null, whole: number | null) => (part === null || !whole || whole <= 0 ? null : part / whole)
  const tokens = of('vllm:generation_tokens_total')
  // All but the first of each reply, which comes when the prompt has been read.
  const further = (tokens ?? 0) - (of('vllm:time_to_first_token_seconds_count') ?? 0)
  const startedAt = of('process_start_time_seconds')
  return {
    running: of('vllm:num_requests_running'),
    waiting: of('vllm:num_requests_waiting'),
    slots: of('deskhand:slots'),
    queueCapacity: of('deskhand:queue_capacity'),
    tokens,
    replies: of('vllm:e2e_request_latency_seconds_count'),
    tokensPerSecond: further > 0 ? ratio(further, of('vllm:inter_token_latency_seconds_sum')) : null,
    prefixHitShare: ratio(of('vllm:prefix_cache_hits_total'), of('vllm:prefix_cache_queries_total')),
    startedAt: startedAt === null ? null : new Date(startedAt * 1_000).toISOString(),
  }
}
