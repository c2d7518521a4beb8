import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { perProcess } from '@/lib/per-process'

type Metrics = {
  registry: Registry
  suggestions: Counter<'rung' | 'cause'>
  suggestionSeconds: Histogram<'rung'>
  cache: Counter<'outcome'>
  inbound: Counter<'kind' | 'outcome'>
  deliveries: Counter<'outcome'>
}

function create(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'deskhand_' })
  return {
    registry,
    suggestions: new Counter({
      name: 'deskhand_suggestions_total',
      help: 'Drafts made',
      labelNames: ['rung', 'cause'],
      registers: [registry],
    }),
    suggestionSeconds: new Histogram({
      name: 'deskhand_suggestion_seconds',
      help: 'Time from start to a finished draft',
      labelNames: ['rung'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 12, 15],
      registers: [registry],
    }),
    cache: new Counter({
      name: 'deskhand_answer_cache_total',
      help: 'Answer cache look-ups',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    inbound: new Counter({
      name: 'deskhand_inbound_total',
      help: 'Deliveries received',
      labelNames: ['kind', 'outcome'],
      registers: [registry],
    }),
    deliveries: new Counter({
      name: 'deskhand_deliveries_total',
      help: 'Replies sent out',
      labelNames: ['outcome'],
      registers: [registry],
    }),
  }
}

/** Counters of this process, as `/api/metrics` shows them. */
export const metrics = perProcess('metrics', create)
