/**
 * `npm run bench:ingest`: signed webhooks per second that a real desk acknowledges durably, beside the rate of plain
 * multi-row transactions (the same six rows, and the NOTIFY) through `pg` alone on the same PostgreSQL, in alternating rounds. Prints one
 * JSON line. Durable: PostgreSQL with its own defaults, fsync and synchronous_commit on.
 */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { Webhook } from 'standardwebhooks'
import { machine, withBenchDesk } from './support/desk'
import { readOptions } from './support/read-options'
import { quantile, rounded, timeAll } from './support/statistics'

readOptions('usage: npm run bench:ingest   (takes no options)', {})

const ROUNDS = 5
const CALLS = 400
const AT_ONCE = 16

type Channel = { id: string; secret: string }

const body = (n: number) =>
  JSON.stringify({
    subject: `第 ${n} 单还没发货`,
    message: { text: `我前天买的耳机第 ${n} 次来问了，怎么还没发货？` },
    contact: { name: '李雷', email: `customer${n}@example.com` },
  })

/** Posts one signed webhook over a kept connection; resolves with the time to its 2xx, in milliseconds. */
function postWebhook(agent: Agent, base: URL, channel: Channel, n: number): Promise<number> {
  const raw = body(n)
  const id = `msg_${randomUUID()}`
  const at = new Date()
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(raw),
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(channel.secret).sign(id, at, raw),
  }
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: base.hostname, port: base.port, method: 'POST', path: `/api/webhooks/${channel.id}`, headers },
      (response) => {
        response.resume()
        response.once('end', () => {
          const isAcknowledged = response.statusCode !== undefined && response.statusCode < 300
          if (isAcknowledged) resolve(performance.now() - startedAt)
          else reject(new Error(`a webhook was answered ${response.statusCode}`))
        })
      },
    )
    sent.once('error', reject)
    sent.end(raw)
  })
}

/** The same rows by hand, in as few round trips as `pg` allows: what the database alone could do. */
async function plainTransaction(pool: pg.Pool, channelId: string, n: number): Promise<void> {
  const [event, contact, ticket, message, suggestion] = Array.from({ length: 5 }, () => randomUUID())
  const raw = Buffer.from(body(n))
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into inbound_event (id, channel_id, delivery_key, raw_body, body_hash, ticket_id, message_id) values ($1, $2, $3, $4, md5($4::bytea), $5, $6)`,
      [event, channelId, randomUUID(), raw, ticket, message],
    )
    await client.query(`insert into contact (id, channel_id, identity, name, email, updated_at) values ($1, $2, $3, '李雷', $4, now())`, [
      contact,
      channelId,
      `email:${randomUUID()}`,
      `customer${n}@example.com`,
    ])
    await client.query(
      `insert into ticket (id, channel_id, contact_id, subject, language, last_words, updated_at) values ($1, $2, $3, $4, 'zh', $5, now())`,
      [ticket, channelId, contact, `第 ${n} 单还没发货`, raw.toString().slice(0, 100)],
    )
    await client.query(`insert into ticket_search (ticket_id, terms) values ($1, to_tsvector('simple', $2))`, [ticket, raw.toString()])
    await client.query(`insert into message (id, ticket_id, direction, text) values ($1, $2, 'incoming', $3)`, [
      message,
      ticket,
      raw.toString(),
    ])
    await client.query(`insert into suggestion (id, ticket_id, language) values ($1, $2, 'zh')`, [suggestion, ticket])
    // A far-away job of a name nobody works on: the row costs the same and is not drafted.
    await client.query(
      `select graphile_worker.add_job('bench-nothing', json_build_object('id', $1::text), run_at => now() + interval '1 year')`,
      [suggestion],
    )
    await client.query(`select pg_notify('deskhand_bench', $1)`, [ticket])
    await client.query('commit')
  } finally {
    client.release()
  }
}

await withBenchDesk({ isDemo: false }, async (desk) => {
  const { createChannel } = await import('@/lib/channels/create-channel')
  const { closeDb, db } = await import('@/lib/db')
  const channel = await createChannel({ kind: 'generic', name: 'bench' })
  const pool = new pg.Pool({ connectionString: desk.databaseUrl, max: AT_ONCE })
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const base = new URL(desk.url.replace('localhost', '127.0.0.1'))
  const rates = { webhooks: [] as number[], plain: [] as number[] }
  const latencies: number[] = []
  let n = 0
  const post = async () => latencies.push(await postWebhook(agent, base, channel, n++))
  const insert = () => plainTransaction(pool, channel.id, n++)
  // The drafts of one round would be written during the next: each round begins with an idle desk.
  const settle = async () => {
    while (
      (await db().suggestion.count({
        where: { status: { in: ['pending', 'running'] }, ticket: { messages: { some: { text: { startsWith: '我' } } } } },
      })) > 0
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  await timeAll(50, AT_ONCE, post)
  await timeAll(50, AT_ONCE, insert)
  latencies.length = 0
  for (let round = 0; round < ROUNDS; round++) {
    await settle()
    rates.plain.push((CALLS / (await timeAll(CALLS, AT_ONCE, insert))) * 1000)
    rates.webhooks.push((CALLS / (await timeAll(CALLS, AT_ONCE, post))) * 1000)
  }
  const [webhooks, plain] = [quantile(rates.webhooks, 0.5), quantile(rates.plain, 0.5)]
  console.log(
    JSON.stringify({
      bench: 'ingest',
      atOnce: AT_ONCE,
      rounds: ROUNDS,
      callsPerRound: CALLS,
      webhooksPerSecond: rounded(webhooks),
      plainTransactionsPerSecond: rounded(plain),
      ratio: rounded(webhooks / plain, 3),
      acknowledgedMs: {
        p50: rounded(quantile(latencies, 0.5)),
        p95: rounded(quantile(latencies, 0.95)),
        max: rounded(quantile(latencies, 1)),
      },
      machine: machine(),
    }),
  )
  agent.destroy()
  await pool.end()
  await closeDb()
})
