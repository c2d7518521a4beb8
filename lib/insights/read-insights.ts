import type { Agent } from '@/lib/auth/schema'
import { db, type Tx } from '@/lib/db'
import { countDrafts, type DraftCount } from '@/lib/insights/count-drafts'
import { countOutcomes, type OutcomeCount } from '@/lib/insights/count-outcomes'
import { countRuleUses, type RuleUse } from '@/lib/insights/count-rule-uses'
import { type Decided, toDecided } from '@/lib/insights/decided'
import { addEditedShares, type EditedShare } from '@/lib/insights/edited-share'
import { groupBy } from '@/lib/insights/group-by'
import { keepDays } from '@/lib/insights/keep-days'
import { bothOf, keptDays, sourcesOf } from '@/lib/insights/kept-days'
import { type FigureAgent, listFigureAgents } from '@/lib/insights/list-figure-agents'
import { type FirstReplyFigures, measureFirstReplies } from '@/lib/insights/measure-first-replies'
import { type Latency, measureLatency } from '@/lib/insights/measure-latency'
import { type Characters, minutesSaved, type Speeds } from '@/lib/insights/minutes-saved'
import type { Period } from '@/lib/insights/period'
import type { Days } from '@/lib/insights/period-sql'
import { addJob } from '@/lib/jobs'
import { getSetting } from '@/lib/settings/get-setting'
import { Rung } from '@/prisma/generated/enums'

/** A new day is counted in one; the second is for days that have changed meanwhile. */
const ROUNDS_WAITED = 2

/** The rungs, best first. */
export const RUNGS = Object.values(Rung)
/** What can have become of a draft. `open` waits for an agent, or for the model. */
export const FATES = ['sent_as_is', 'edited', 'dismissed', 'superseded', 'open', 'failed'] as const
export type Fate = (typeof FATES)[number]
export type Fates = Record<Fate, number>

export type Totals = {
  /** Drafts that were asked for. */
  drafts: number
  decided: Decided
  /** Of those that were edited. */
  edited: EditedShare
  /** Of those that the cache or the model answered, how many the cache did. */
  cache: { hits: number; looked: number }
  thumbs: { up: number; down: number }
  characters: Characters
  minutesSaved: number
}

export type Insights = {
  period: Period
  now: Totals
  before: Totals
  /** By rung, a figure a step of the period. */
  drafts: Record<Rung, number[]>
  fates: Record<Rung, Fates>
  /** Edited drafts by the tenths of them that were changed; the eleventh is all of it and more. */
  edits: number[]
  firstReplies: FirstReplyFigures
  latency: { now: Latency[]; before: Latency[] }
  rules: RuleUse[]
  /** The agents that the reader may see: an admin all of them, an agent only that one. Null is the API. */
  agents: FigureAgent[]
  models: ({ model: string | null; promptVersion: number | null; drafts: number } & Decided & EditedShare)[]
  speeds: Speeds
  /** The rows that were counted. */
  rows: { suggestions: number; outcomes: number; tickets: number }
}

/**
 * All figures of a period beside those of the one before, as the rows have them at one moment: days that are over as they were counted, the
 * others counted now.
 */
export async function readInsights(reader: Agent, period: Period): Promise<Insights> {
  const figures = (await prepareDays(bothOf(period))) ? await readKept(period) : null
  const { drafts, outcomes, latency, firstReplies, rules } = figures ?? (await readFigures(db(), period, bothOf(period).from))
  const speeds = await getSetting('insights_speeds')
  const now = drafts.filter(({ step }) => step !== null)
  const decidedNow = outcomes.filter((row) => !row.isBefore)
  return {
    period,
    now: toTotals(now, decidedNow, speeds),
    before: toTotals(
      drafts.filter(({ step }) => step === null),
      outcomes.filter((row) => row.isBefore),
      speeds,
    ),
    drafts: byRung((rung) => period.steps.map((_, step) => sum(now.filter((row) => row.rung === rung && row.step === step)))),
    fates: byRung((rung) => toFates(now.filter((row) => row.rung === rung))),
    edits: Array.from({ length: 11 }, (_, tenth) => sum(decidedNow.filter((row) => row.tenth === tenth))),
    firstReplies,
    latency,
    rules,
    agents: await listFigureAgents(reader, decidedNow),
    models: toModels(now),
    speeds,
    rows: { suggestions: sum(now), outcomes: sum(decidedNow), tickets: firstReplies.now.tickets },
  }
}

/** A few days are counted while one waits. A clock or a period that is new to the desk is left to a job; meanwhile its rows are counted. */
async function prepareDays(days: Days): Promise<boolean> {
  if (await keepDays(days, ROUNDS_WAITED)) return true
  await addJob(db(), 'keep-days', days, { jobKey: `keep-days:${days.zone}:${days.from}`, priority: 40, maxAttempts: 3 })
  return false
}

/** From what is kept, if at this moment all of it still holds: what tells so and what is counted are seen in one snapshot. */
function readKept(period: Period): Promise<Counts | null> {
  return db().$transaction(
    async (tx) => {
      const { closed, isWhole } = await keptDays(tx, bothOf(period))
      return isWhole ? readFigures(tx, period, closed.until) : null
    },
    { isolationLevel: 'RepeatableRead' },
  )
}

type Counts = Awaited<ReturnType<typeof readFigures>>

/** What is kept up to a day, and the rows from there on. */
async function readFigures(tx: Tx, period: Period, closedUntil: string) {
  const sources = sourcesOf(period, closedUntil)
  return {
    drafts: await countDrafts(tx, period, sources),
    outcomes: await countOutcomes(tx, period, sources),
    latency: await measureLatency(tx, period, sources),
    firstReplies: await measureFirstReplies(tx, period, sources),
    rules: await countRuleUses(tx, period, sources),
  }
}

function toTotals(drafts: DraftCount[], outcomes: OutcomeCount[], speeds: Speeds): Totals {
  const hits = sum(drafts.filter(({ rung }) => rung === 'cache'))
  const charactersOf = (language: keyof Characters) => {
    const rows = outcomes.filter((row) => row.language === language)
    return { drafted: total(rows.map(({ drafted }) => drafted)), kept: total(rows.map(({ kept }) => kept)) }
  }
  const characters = { zh: charactersOf('zh'), en: charactersOf('en') }
  return {
    drafts: sum(drafts),
    decided: toDecided(drafts),
    edited: addEditedShares(drafts),
    cache: { hits, looked: hits + sum(drafts.filter(({ rung }) => rung === 'model')) },
    thumbs: { up: sum(outcomes.filter(({ rating }) => rating === 1)), down: sum(outcomes.filter(({ rating }) => rating === -1)) },
    characters,
    minutesSaved: minutesSaved(characters, speeds),
  }
}

function toModels(drafts: DraftCount[]): Insights['models'] {
  const groups = groupBy(
    drafts.filter(({ rung }) => rung === 'model' || rung === 'cache'),
    ({ model, promptVersion }) => JSON.stringify([model, promptVersion]),
  )
  return [...groups.values()]
    .map((rows) => ({
      model: rows[0]?.model ?? null,
      promptVersion: rows[0]?.promptVersion ?? null,
      drafts: sum(rows),
      ...toDecided(rows),
      ...addEditedShares(rows),
    }))
    .sort((one, other) => other.drafts - one.drafts)
}

function toFates(rows: DraftCount[]): Fates {
  const of = (...statuses: string[]) => sum(rows.filter(({ status }) => statuses.includes(status)))
  return {
    sent_as_is: of('sent_as_is'),
    edited: of('edited'),
    dismissed: of('dismissed'),
    superseded: of('superseded'),
    open: of('pending', 'running', 'ready'),
    failed: of('failed'),
  }
}

function byRung<T>(make: (rung: Rung) => T): Record<Rung, T> {
  return Object.fromEntries(RUNGS.map((rung) => [rung, make(rung)])) as Record<Rung, T>
}

function sum(rows: { count: number }[]): number {
  return total(rows.map(({ count }) => count))
}

function total(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
