/**
 * `npm run bench:insights [-- --drafts N] [--days N] [--times N] [--periods 7,28,90]`: how long the figures of /insights take over a database with a million
 * drafts (and as many tickets) spread over 180 days, so that 90 days beside the 90 before read every one of them. The embedded PostgreSQL with the
 * memory that `npm start` gives its tests, one reader. Prints one JSON line: by period the rows read, how long the first look took, and
 * after it the job that counts the days that are over, and then a look; all figures and each query, from what is kept and (`plain`) from the rows
 * alone: the wall time, and the CPU time of PostgreSQL and of this process in the mean.
 */
import pg from 'pg'
import { z } from 'zod'
import { withBenchDatabase } from './support/bench-database'
import { machine } from './support/desk'
import { readOptions } from './support/read-options'
import { quantile, rounded } from './support/statistics'

const USAGE = 'usage: npm run bench:insights [-- [--drafts N] [--days N] [--times N] [--periods 7,28,90]]   (1000000, 180, 5)'
const { values, whole } = readOptions(USAGE, {
  drafts: { type: 'string', default: '1000000' },
  days: { type: 'string', default: '180' },
  times: { type: 'string', default: '5' },
  periods: { type: 'string', default: '7,28,90' },
})
const [drafts, days, times] = [whole('drafts'), whole('days'), whole('times')]
const RULES = 500
const periodSchema = z.literal([7, 28, 90])

/** Rows as the desk leaves them: five rungs, eight agents, a text of 300 characters, two rules of which one is cited. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Without triggers: what they tell is that days must be counted again, and none is yet.
  await client.query('set session_replication_role = replica')
  const run = (sql: string, parameters: unknown[] = []) => client.query(sql, parameters)
  await run(`insert into user_account (id, email, name, password_hash, updated_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@bench.test', 'Agent ' || n, '', now() from generate_series(1, 8) n`)
  await run(
    `insert into channel (id, kind, name, secret_sealed, updated_at) values ('00000000-0000-7000-8000-000000000000', 'api', 'bench', '', now())`,
  )
  await run(`insert into contact (id, channel_id, identity, updated_at)
    values ('00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000000', 'bench', now())`)
  await run(
    `insert into faq_rule (id, question, answer, language, updated_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Question ' || n, 'Answer ' || n, 'en', now() from generate_series(1, $1) n`,
    [RULES],
  )
  await run(
    `insert into ticket (id, channel_id, contact_id, subject, language, status, created_at, first_replied_at, active_at, updated_at)
    select ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '00000000-0000-7000-8000-000000000000',
      '00000000-0000-7000-8000-000000000000', 'Subject ' || n, 'en', 'resolved', at, at + interval '1 hour' * -ln(random() + 0.001), at, at
    from (select n, now() - interval '1 day' * $2 * random() as at from generate_series(1, $1) n) one`,
    [drafts, days],
  )
  await run(
    `insert into suggestion (id, ticket_id, is_current, status, rung, text, language, question, model, prompt_version, queued_at, started_at,
      first_word_at, finished_at, ms)
    select id, id, null,
      (case when fate < 0.5 then 'sent_as_is' when fate < 0.75 then 'edited' when fate < 0.85 then 'dismissed' else 'superseded' end)::suggestion_status,
      rung, repeat('word ', 60), 'en', 'What was asked, masked, in some words', case when rung in ('model', 'cache') then 'qwen3-4b-instruct-2507' end,
      case when rung in ('model', 'cache') then 1 + (kind * 5)::int end, at, at,
      case when rung = 'model' then at + interval '1 millisecond' * ms / 4 end, at + interval '1 millisecond' * ms, ms
    from (
      select id, created_at as at, fate, kind,
        (case when kind < 0.15 then 'verbatim' when kind < 0.4 then 'cache' when kind < 0.85 then 'model' when kind < 0.95 then 'extractive' else 'holding' end)::rung as rung,
        (case when kind < 0.4 then 5 + 30 * random() else 800 + 4000 * random() end)::int as ms
      from (select id, created_at, random() as fate, random() as kind from ticket) drawn
    ) made`,
  )
  await run(`insert into suggestion_outcome (suggestion_id, agent_id, sent_text, edit_distance, draft_length, rating)
    select id, ('00000000-0000-7000-8000-' || lpad((1 + floor(random() * 8))::text, 12, '0'))::uuid, repeat('word ', 60),
      case status when 'edited' then (random() * 300)::int when 'sent_as_is' then 0 end, 300, case when random() < 0.05 then 1 when random() < 0.02 then -1 end
    from suggestion where status <> 'superseded'`)
  await run(
    `insert into suggestion_rule (suggestion_id, rule_id, rule_version, position, title, answer, score, is_used, is_cited)
    select s.id, ('00000000-0000-7000-8000-' || lpad((1 + floor(power(random(), 3) * $1))::text, 12, '0'))::uuid, 1, position, 'Question',
      repeat('word ', 40), 0.8, true, position = 1
    from suggestion s cross join generate_series(1, 2) position where rung <> 'holding'`,
    [RULES],
  )
  await run('vacuum analyze')
  await client.end()
}

await withBenchDatabase(async (url, cpuMs) => {
  const startedAt = performance.now()
  await fill(url)
  const fillSeconds = rounded((performance.now() - startedAt) / 1_000, 0)
  const { closeDb, db } = await import('@/lib/db')
  const { keepDays } = await import('@/lib/insights/keep-days')
  const { bothOf, keptDays, sourcesOf } = await import('@/lib/insights/kept-days')
  const { resolvePeriod } = await import('@/lib/insights/period')
  const { readInsights } = await import('@/lib/insights/read-insights')
  const { countDrafts } = await import('@/lib/insights/count-drafts')
  const { countOutcomes } = await import('@/lib/insights/count-outcomes')
  const { countRuleUses } = await import('@/lib/insights/count-rule-uses')
  const { measureLatency } = await import('@/lib/insights/measure-latency')
  const { measureFirstReplies } = await import('@/lib/insights/measure-first-replies')
  const reader = {
    id: '00000000-0000-7000-8000-000000000001',
    role: 'admin',
    name: 'Agent 1',
    email: '1@bench.test',
    language: null,
  } as const
  const time = async (work: () => Promise<unknown>) => {
    const took: number[] = []
    const cpuBefore = cpuMs()
    const ownBefore = process.cpuUsage()
    for (let n = 0; n < times; n++) {
      const at = performance.now()
      await work()
      took.push(performance.now() - at)
    }
    const cpu = rounded((cpuMs() - cpuBefore) / times, 0)
    const { user, system } = process.cpuUsage(ownBefore)
    return {
      p50: rounded(quantile(took, 0.5), 0),
      max: rounded(Math.max(...took), 0),
      databaseCpu: cpu,
      ownCpu: rounded((user + system) / 1_000 / times, 0),
    }
  }
  const periods: Record<string, unknown> = {}
  for (const { data: length } of values.periods.split(',').map((days) => periodSchema.safeParse(Number(days)))) {
    if (!length) throw new Error('--periods takes 7, 28 and 90, with commas between them')
    const period = resolvePeriod({ days: length, from: null, to: null }, { zone: 'Asia/Shanghai' })
    const once = async (work: () => Promise<unknown>) => {
      const cpuBefore = cpuMs()
      const at = performance.now()
      await work()
      return { ms: rounded(performance.now() - at, 0), databaseCpu: rounded(cpuMs() - cpuBefore, 0) }
    }
    const first = await once(() => readInsights(reader, period))
    const countDays = await once(() => keepDays(bothOf(period)))
    const { closed } = await keptDays(db(), bothOf(period))
    const { rows } = await readInsights(reader, period)
    const each = async (sources: ReturnType<typeof sourcesOf>) => ({
      draftsMs: await time(() => countDrafts(db(), period, sources)),
      outcomesMs: await time(() => countOutcomes(db(), period, sources)),
      latencyMs: await time(() => measureLatency(db(), period, sources)),
      firstRepliesMs: await time(() => measureFirstReplies(db(), period, sources)),
      rulesMs: await time(() => countRuleUses(db(), period, sources)),
    })
    periods[length] = {
      rows,
      first,
      countDays,
      allMs: await time(() => readInsights(reader, period)),
      ...(await each(sourcesOf(period, closed.until))),
      plain: await each(sourcesOf(period, period.before.from)),
    }
  }
  console.log(JSON.stringify({ bench: 'insights', drafts, days, times, fillSeconds, periods, machine: machine() }))
  await closeDb()
})
