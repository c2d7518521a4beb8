import { RERANKED } from '@/lib/retrieval/meaning/rerank-order'
import type { EarlierText, RuleHit, RuleIndex, SearchOptions } from '@/lib/retrieval/schema'
import { askFor } from '@/lib/suggestions/ask-for'
import type { Language } from '@/prisma/generated/enums'
import type { EvalQuery } from './eval-set'
import { quantile, rounded } from './statistics'

export type EvalFigures = {
  /** Queries that a rule answers; recall and MRR are over these. */
  queries: number
  /** Shares, 0 to 1: any of the query's rules is the first hit, among the first three; 1/rank of its first one within ten, 0 beyond. */
  recallAt1: number
  recallAt3: number
  mrrAt10: number
  p50Ms: number
  p95Ms: number
  oos: {
    /** The chance that a query which a rule answers scores higher than one that none does; ties count half. Null without either kind. */
    auc: number | null
    /** The share of the queries that no rule answers whose score is above what 95 % of the others reach. */
    acceptedAt95: number | null
  }
}

export type Found = { query: EvalQuery; hits: RuleHit[]; ms: number }

/** What a query means, where a model was asked; see measureMeaning. */
export type MeaningOf = (ask: AskOf, language: Language) => SearchOptions['meaning']
/** The order a reranking model sees, where one was asked; see measureReranking. */
export type RerankingOf = (query: EvalQuery, hits: RuleHit[]) => RuleHit[]
type AskOf = { text: string; before?: EarlierText[] }

type FindOptions = { limit: number; now: Date; meaning?: { of: MeaningOf }; reranking?: { of: RerankingOf } }

/** One query through the code that serves tickets: the conversation read, masked, its language told, searched, and reranked where a model is there. */
export function findFor(index: RuleIndex, query: EvalQuery, { limit, now, meaning, reranking }: FindOptions): Found {
  const startedAt = performance.now()
  const ask = readQuery(query, now)
  const { text, language, before } = ask
  const options = { language, before, now, meaning: meaning?.of(ask, language) }
  // A reranking model sees as many as there are for a draft, however few are to be shown.
  const found = index.search(text, { ...options, limit: reranking ? Math.max(limit, RERANKED) : limit })
  const hits = reranking ? reranking.of(query, found).slice(0, limit) : found
  return { query, hits, ms: performance.now() - startedAt }
}

/** What a query asks, as a ticket's messages are read. */
export function readQuery(query: EvalQuery, now: Date) {
  const turns = query.turns?.length ? query.turns : [{ from: 'customer' as const, text: query.text }]
  const messages = turns.map(({ from, text }, at) => ({
    direction: from === 'customer' ? ('incoming' as const) : ('outgoing' as const),
    text,
    createdAt: new Date(now.getTime() - (turns.length - at) * 60_000),
  }))
  return askFor({ messages, fallbackLanguage: query.lang }).ask
}

function isOutOfScope({ oos, ruleIds }: EvalQuery): boolean {
  return oos || ruleIds.length === 0
}

export function figuresOf(found: Found[]): EvalFigures {
  const inScope = found.filter(({ query }) => !isOutOfScope(query))
  const outside = found.filter(({ query }) => isOutOfScope(query))
  // A place from 0; without any, Infinity.
  const places = inScope.map(({ query, hits }) => {
    const place = hits.findIndex(({ rule }) => query.ruleIds.includes(rule.id))
    return place < 0 ? Number.POSITIVE_INFINITY : place
  })
  const share = (values: number[]) => rounded(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length), 4)
  const times = found.map(({ ms }) => ms)
  return {
    queries: inScope.length,
    recallAt1: share(places.map((place) => Number(place < 1))),
    recallAt3: share(places.map((place) => Number(place < 3))),
    mrrAt10: share(places.map((place) => (place < 10 ? 1 / (place + 1) : 0))),
    p50Ms: rounded(quantile(times, 0.5), 3),
    p95Ms: rounded(quantile(times, 0.95), 3),
    oos: judgeNoMatch(inScope.map(topScore), outside.map(topScore)),
  }
}

function topScore({ hits }: Found): number {
  return hits[0]?.score ?? 0
}

function judgeNoMatch(inside: number[], outside: number[]): EvalFigures['oos'] {
  if (inside.length === 0 || outside.length === 0) return { auc: null, acceptedAt95: null }
  const higher = inside.reduce(
    (sum, score) => sum + outside.reduce((wins, other) => wins + (score > other ? 1 : score === other ? 0.5 : 0), 0),
    0,
  )
  // The highest threshold that 95 of 100 reach.
  const threshold = [...inside].sort((one, other) => other - one)[Math.ceil(inside.length * 0.95) - 1] ?? 0
  return {
    auc: rounded(higher / (inside.length * outside.length), 4),
    acceptedAt95: rounded(outside.filter((score) => score >= threshold).length / outside.length, 4),
  }
}
