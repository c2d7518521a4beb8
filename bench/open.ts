/**
 * `npm run bench:open`: how long from opening a ticket to its finished draft on screen, in Chromium, on a demo desk of its own with the real
 * engine: `ready` (the draft was made before), `cached` (just posted; its question was answered before), `pending`
 * (just posted; the model writes it). Prints one JSON line with medians and the machine's load.
 */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { rulesEn } from '@/prisma/sample-shop/rules-en'
import { machine, withBenchDesk } from './support/desk'
import { openTicket } from './support/open-ticket'
import { readOptions } from './support/read-options'
import { quantile, rounded } from './support/statistics'

readOptions('usage: npm run bench:open   (takes no options)', {})

const TIMES = 12
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

type Measured = { toPaintMs: number; toDraftMs: number; rung: string }

if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}; name one in CHROMIUM.`)

await withBenchDesk({ isDemo: true }, async (desk) => {
  const { createSession } = await import('@/lib/auth/create-session')
  const { createApiKey } = await import('@/lib/auth/create-api-key')
  const { ensureDemoUser } = await import('@/lib/auth/ensure-demo-user')
  const { sessionCookieName } = await import('@/lib/auth/session-cookie')
  const { closeDb, db } = await import('@/lib/db')

  const { key } = await createApiKey({ name: 'bench', scopes: ['*'] })
  const { id: userId } = await ensureDemoUser('agent')
  const { token } = await createSession(db(), { userId, userAgent: null })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: sessionCookieName(false), value: token, url: desk.url }])

  const postTicket = async (question: string, n: number): Promise<string> => {
    const response = await fetch(`${desk.url}/api/v1/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ subject: 'Question', message: { text: question }, contact: { email: `bench${n}@example.com` } }),
    })
    if (!response.ok) throw new Error(`posting a ticket was answered ${response.status}`)
    return ((await response.json()) as { id: string }).id
  }
  const settled = async () => {
    while ((await db().suggestion.count({ where: { status: { in: ['pending', 'running'] } } })) > 0) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const open = async (ticketId: string): Promise<Measured> => {
    const measured = await openTicket(context, `${desk.url}/tickets/${ticketId}`)
    const suggestion = await db().suggestion.findFirst({ where: { ticketId, isCurrent: true }, select: { rung: true } })
    return { ...measured, rung: suggestion?.rung ?? 'none' }
  }

  await settled()
  const readyIds = await db().ticket.findMany({
    where: { status: 'open', suggestions: { some: { isCurrent: true, status: 'ready' } } },
    select: { id: true },
    take: TIMES,
  })
  await open(readyIds[0]?.id ?? '')
  const runs: Record<'ready' | 'cached' | 'pending', Measured[]> = { ready: [], cached: [], pending: [] }
  // Asked as customers do, not word for word: the verbatim rung would answer those without the model.
  const questions = rulesEn.map((rule) => `Hello there, a question about my order. ${rule.variants[0]} Please tell me soon.`)
  for (let n = 0; n < TIMES; n++) {
    const question = questions[n % questions.length] ?? ''
    runs.ready.push(await open(readyIds[n % readyIds.length]?.id ?? ''))
    runs.pending.push(await open(await postTicket(question, n)))
    await settled()
    runs.cached.push(await open(await postTicket(question, n)))
    await settled()
  }
  const summary = (measured: Measured[]) => ({
    toPaintMs: {
      p50: rounded(
        quantile(
          measured.map((run) => run.toPaintMs),
          0.5,
        ),
      ),
      p95: rounded(
        quantile(
          measured.map((run) => run.toPaintMs),
          0.95,
        ),
      ),
    },
    toDraftMs: {
      p50: rounded(
        quantile(
          measured.map((run) => run.toDraftMs),
          0.5,
        ),
      ),
      p95: rounded(
        quantile(
          measured.map((run) => run.toDraftMs),
          0.95,
        ),
      ),
    },
    rungs: countRungs(measured),
  })
  console.log(
    JSON.stringify({
      bench: 'open',
      times: TIMES,
      ready: summary(runs.ready),
      cached: summary(runs.cached),
      pending: summary(runs.pending),
      machine: machine(),
    }),
  )
  await browser.close()
  await closeDb()
})

function countRungs(measured: Measured[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { rung } of measured) counts[rung] = (counts[rung] ?? 0) + 1
  return counts
}
