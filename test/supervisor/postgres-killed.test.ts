import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { RunningDesk } from '@/scripts/lib/running-desk'
import { makeDataFolder, type Start, startDesk } from '@/test/support/supervised-desk'

const MESSAGES = 60
const AT_ONCE = 6
const channelSchema = z.object({ secret: z.string(), url: z.string() })

const { folder, remove } = makeDataFolder()
let start: Start
let desk: RunningDesk

beforeAll(async () => {
  start = startDesk(folder)
  desk = await start.ready()
})

afterAll(async () => {
  if (start.child.exitCode === null) start.child.kill('SIGTERM')
  await start.ended
  remove()
})

async function makeChannel() {
  const args = ['--conditions=react-server', '--import', 'tsx', 'scripts/channel.ts', 'create', '--kind', 'generic', '--name', 'Shop']
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, DATA_DIR: folder } })
  return channelSchema.parse(JSON.parse(stdout))
}

function killPostgres(): number {
  const postgres = start.processes().find(({ command }) => /bin\/postgres -D/.test(command))
  if (!postgres) throw new Error('There is no PostgreSQL.')
  process.kill(postgres.pid, 'SIGKILL')
  return postgres.pid
}

describe.skipIf(process.platform !== 'linux')('PostgreSQL killed while webhooks come in', () => {
  it('loses nothing that was acknowledged and doubles nothing that is sent again', async () => {
    const { secret, url } = await makeChannel()
    const webhook = new Webhook(secret)
    const answers = new Map<number, string>()
    const failures: number[] = []

    /** As senders do: the same delivery again until somebody says that it has arrived. */
    const deliver = async (index: number): Promise<void> => {
      const id = `msg_${index}`
      const body = JSON.stringify({
        subject: 'Fault',
        externalId: `order-${index}`,
        message: { text: `Where is order ${index}?` },
        contact: { name: 'Ann' },
      })
      for (;;) {
        const at = new Date()
        const headers = {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': webhook.sign(id, at, body),
        }
        const response = await fetch(url, { method: 'POST', headers, body })
        const text = await response.text()
        if (response.ok) return void answers.set(index, text)
        expect(response.status, text).toBeGreaterThanOrEqual(500)
        failures.push(index)
      }
    }
    let killed = 0
    let next = 0
    const sender = async () => {
      while (next < MESSAGES) {
        const index = next++
        await deliver(index)
        // A third has been acknowledged; the others are on their way.
        if (answers.size >= MESSAGES / 3 && !killed) killed = killPostgres()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, sender))
    expect(killed).toBeGreaterThan(0)
    expect(failures).not.toEqual([])
    expect(answers.size).toBe(MESSAGES)
    await expect.poll(async () => (await fetch(`${desk.url}/api/ready`)).status, { timeout: 60_000 }).toBe(200)

    const client = new pg.Client({ connectionString: desk.databaseUrl })
    await client.connect()
    onTestFinished(() => client.end())
    const tickets = `
      select t.id, t.external_id, count(distinct m.id)::int as messages, count(distinct s.id) filter (where s.is_current)::int as drafts,
        bool_and(s.status = 'ready') filter (where s.is_current) as is_ready
      from ticket t join message m on m.ticket_id = t.id left join suggestion s on s.ticket_id = t.id group by t.id`
    // Drafts that the crash left half made are taken up by the sweep.
    await expect
      .poll(async () => (await client.query(tickets)).rows.filter((row) => row.is_ready).length, { timeout: 120_000, interval: 500 })
      .toBe(MESSAGES)
    const { rows } = await client.query(tickets)
    expect(rows).toHaveLength(MESSAGES)
    expect(rows.filter((row) => row.messages !== 1 || row.drafts !== 1)).toEqual([])
    for (const [index, answer] of answers)
      expect(rows.find((row) => row.external_id === `order-${index}`)?.id).toBe(JSON.parse(answer).ticketId)
  })
})
