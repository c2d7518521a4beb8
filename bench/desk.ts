/**
 * `npm run bench:desk [-- --tickets N] [--walk N]`: an agent's desk with a million tickets (or N) in an embedded PostgreSQL of its own, the production build in
 * front of it. Prints JSON lines: the queue (views, orders, deep pages), the search (common, rare, Chinese, misspelt, with filters), opening and
 * sending, each as the time from request to whole answer and the CPU time that web and PostgreSQL together took for it (on a busy
 * machine the one that means something); then what Chromium shows: first contentful paint, time to the draft, the step to the
 * next ticket, how many rows exist while the queue is scrolled through; what its first HTML and its scripts weigh on a first visit; and the way down a view
 * to its row 100,000 (or N): whether the rows are the right ones, how many exist, how many frames took long.
 */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { cpuMsOfDesk } from './support/cpu-time'
import { machine, withBenchDesk } from './support/desk'
import { measureBrowser, walkToEnd } from './support/desk-browser'
import { makeBenchAgents, seedManyTickets } from './support/many-tickets'
import { countPageBytes } from './support/page-bytes'
import { readOptions } from './support/read-options'
import { countScriptBytes } from './support/script-bytes'
import { quantile, rounded } from './support/statistics'

const AGENTS = 40
const TIMES = 30
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

const USAGE = 'usage: npm run bench:desk [-- [--tickets N] [--walk N]]   (1000000, 100000; --walk 0 walks not at all)'
const { whole } = readOptions(USAGE, { tickets: { type: 'string', default: '1000000' }, walk: { type: 'string', default: '100000' } })
const count = whole('tickets', 1_000)
const walk = whole('walk', 0)

const say = (line: object) => console.log(JSON.stringify(line))
const summary = (times: number[]) => ({
  p50: rounded(quantile(times, 0.5)),
  p95: rounded(quantile(times, 0.95)),
  max: rounded(quantile(times, 1)),
})

/** What is asked of the queue, by what it is an example of. Each is asked `TIMES` times. */
const LISTS: [name: string, search: string][] = [
  ['open', ''],
  ['mine', '?view=mine'],
  ['all', '?view=all'],
  ['waiting longest first', '?sort=waiting'],
  ['due first', '?sort=due'],
  ['resolved, due first', '?view=resolved&sort=due'],
  ['filters: urgent, English, check failed', '?view=all&priority=urgent&language=en&grounding=failed'],
  ['filters that nothing passes', '?view=all&priority=urgent&grounding=failed&unread=1&status=resolved'],
  ['filter: a tag', '?view=all&tag=vip'],
  ['filter: unread gaps of mine', '?view=all&assignee=me&unread=1&gap=1'],
]
const SEARCHES: [name: string, search: string][] = [
  ['zh two characters, common', '?view=all&q=退款'],
  ['zh two characters, rare', '?view=all&q=掉毛'],
  ['zh one character', '?view=all&q=杯'],
  ['zh phrase', '?view=all&q=左边的耳机就没有声音'],
  ['zh in traditional characters', '?view=all&q=優惠券'],
  ['zh two words', '?view=all&q=发票 周末'],
  ['zh name', '?view=all&q=高若曦'],
  ['en word, common', '?view=all&q=refund'],
  ['en beginning of a word', '?view=all&q=head'],
  ['en one letter', '?view=all&q=z'],
  ['en rare', '?view=all&q=norway'],
  ['en two words', '?view=all&q=zipper friday'],
  ['en name', '?view=all&q=freya lindqvist'],
  ['en name, misspelt', '?view=all&q=freia lindqwist'],
  ['in our replies, rare', '?view=all&q=十元代金券'],
  ['in our replies, common', '?view=all&q=48 小时内'],
  ['nothing', '?view=all&q=xylophon'],
  ['number', '?view=all&q=#NUMBER'],
  ['number without #', '?view=all&q=NUMBER'],
  ['order number', '?view=all&q=GP0NUMBER'],
  ['phone, last four', '?view=all&q=4729'],
  ['e-mail', '?view=all&q=customerNUMBER@example.com'],
  ['common, in open', '?q=退款'],
  ['common, of mine', '?view=mine&q=refund'],
  ['common, with filters', '?view=resolved&q=refund&priority=urgent&rung=holding&grounding=failed'],
  ['common under another language', '?view=all&q=退款&language=en'],
  ['rare, due first', '?view=open&sort=due&q=掉毛'],
]

await withBenchDesk({ isDemo: false }, async (desk) => {
  const [{ createSession }, { createApiKey }, { sessionCookieName }, { apiChannelId }, { closeDb, db }] = await Promise.all([
    import('@/lib/auth/create-session'),
    import('@/lib/auth/create-api-key'),
    import('@/lib/auth/session-cookie'),
    import('@/lib/channels/api-channel'),
    import('@/lib/db'),
  ])
  const agentIds = await makeBenchAgents(desk.databaseUrl, AGENTS)
  const startedAt = performance.now()
  await seedManyTickets({ databaseUrl: desk.databaseUrl, channelId: await apiChannelId(), agentIds, count })
  say({ bench: 'desk', part: 'seed', tickets: count, seconds: rounded((performance.now() - startedAt) / 1000), machine: machine() })

  const { token } = await createSession(db(), { userId: agentIds[0] ?? '', userAgent: null })
  const { key } = await createApiKey({ name: 'bench', scopes: ['*'] })
  const cookie = `${sessionCookieName(false)}=${token}`
  const timed = async (path: string, init: RequestInit = {}) => {
    const from = performance.now()
    const response = await fetch(`${desk.url}${path}`, { ...init, headers: { cookie, ...init.headers } })
    const body = await response.text()
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${body.slice(0, 200)}`)
    return { ms: performance.now() - from, body }
  }
  const filled = (search: string, n: number) => search.replaceAll('NUMBER', String(1 + ((n * 7_919) % count)))
  const measure = async (part: string, name: string, path: (n: number) => string) => {
    await timed(path(0))
    const times: number[] = []
    const cpuBefore = cpuMsOfDesk()
    let found = 0
    let halts = 0
    for (let n = 1; n <= TIMES; n++) {
      const { ms, body } = await timed(path(n))
      times.push(ms)
      if (!body.startsWith('{')) continue
      const page = JSON.parse(body) as { items: unknown[]; nextCursor: string | null }
      found = page.items.length
      if (page.nextCursor && page.items.length < 50) halts++
    }
    const cpuMs = cpuBefore === null ? null : rounded(((cpuMsOfDesk() ?? 0) - cpuBefore) / TIMES)
    say({
      bench: 'desk',
      part,
      name,
      tickets: count,
      ms: summary(times),
      cpuMs,
      ...(path(0).startsWith('/tickets/queue') && { found, halts }),
      machine: machine(),
    })
  }
  for (const [name, search] of LISTS) await measure('queue', name, () => `/tickets/queue${search}`)
  const deep = await deepCursor(async (search) => (await timed(`/tickets/queue${search}`)).body, 40)
  await measure('queue', 'page 41 of all', () => `/tickets/queue?view=all&limit=100&cursor=${deep}`)
  await measure('queue', 'the whole page, first HTML', () => '/tickets')
  for (const [name, search] of SEARCHES)
    await measure('search', name, (n) => `/tickets/queue${encodeURI(filled(search, n)).replace('#', '%23')}`)

  const ready = await db().ticket.findMany({
    where: { status: 'open' },
    select: { id: true },
    orderBy: { activeAt: 'desc' },
    take: 3 * TIMES + 5,
  })
  const openId = (n: number) => ready[n % ready.length]?.id ?? ''
  await measure('open', 'first HTML with the draft', (n) => `/tickets/${openId(n)}`)
  const sends: number[] = []
  const cpuBeforeSends = cpuMsOfDesk()
  for (let n = 0; n < TIMES; n++) {
    const { ms } = await timed(`/api/v1/tickets/${openId(2 * TIMES + n)}/reply`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Thank you, this is done.' }),
    })
    sends.push(ms)
  }
  say({
    bench: 'desk',
    part: 'send',
    tickets: count,
    ms: summary(sends),
    cpuMs: rounded(((cpuMsOfDesk() ?? 0) - (cpuBeforeSends ?? 0)) / TIMES),
    machine: machine(),
  })

  for (const locale of ['zh', 'en'])
    for (const [name, path] of [
      ['the queue', '/tickets'],
      ['a ticket', `/tickets/${openId(0)}`],
      ['the rules', '/faq'],
      ['the figures', '/insights'],
    ]) {
      const { bytes, gzipped } = await countPageBytes(`${desk.url}${path}`, `${cookie}; locale=${locale}`)
      say({ bench: 'desk', part: 'html', name, locale, bytes, gzippedBytes: gzipped })
    }

  if (existsSync(CHROMIUM)) {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await context.addCookies([{ name: sessionCookieName(false), value: token, url: desk.url }])
    const { toPaint, toDraft, toNext, mostRows, rowsRead } = await measureBrowser(
      context,
      desk.url,
      ready.slice(0, 20).map(({ id }) => id),
    )
    say({
      bench: 'desk',
      part: 'browser',
      tickets: count,
      toPaintMs: summary(toPaint),
      toDraftMs: summary(toDraft),
      toNextMs: summary(toNext),
      scrolled: { rowsRead, mostRowsInTheDocument: mostRows },
      machine: machine(),
    })
    for (const [name, path] of [
      ['the queue', '/tickets'],
      ['a ticket', `/tickets/${openId(0)}`],
    ]) {
      const first = await browser.newContext({ locale: 'en-US' })
      await first.addCookies([{ name: sessionCookieName(false), value: token, url: desk.url }])
      const { gzipped, files } = await countScriptBytes(first, `${desk.url}${path}`)
      say({ bench: 'desk', part: 'scripts', name, gzippedBytes: gzipped, files: files.length })
      await first.close()
    }
    if (walk > 0) say({ bench: 'desk', part: 'walk', tickets: count, ...(await walkToEnd(context, desk.url, walk)), machine: machine() })
    await browser.close()
  } else say({ bench: 'desk', part: 'browser', skipped: `there is no Chromium at ${CHROMIUM}` })
  await closeDb()
})

async function deepCursor(read: (search: string) => Promise<string>, pages: number): Promise<string> {
  let cursor = ''
  for (let page = 0; page < pages; page++) {
    const { nextCursor } = JSON.parse(await read(`?view=all&limit=100${cursor && `&cursor=${cursor}`}`)) as { nextCursor: string | null }
    if (!nextCursor) break
    cursor = nextCursor
  }
  return cursor
}
