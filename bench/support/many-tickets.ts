import pg from 'pg'
import { SEARCH_VERSION, storedTerms, ticketTerms } from '@/lib/tickets/search-terms'
import { newId } from '@/lib/uuid'
import { enFamilyNames, enGivenNames, tags, ticketParts, zhFamilyNames, zhGivenNames } from '../data/ticket-parts'

/** Tickets a statement. */
const CHUNK = 50_000
/** One in so many tickets is open, one in so many waits; the others are resolved, as on a desk of some years. */
const OPEN_EVERY = 33
const WAITING_EVERY = 100
/** Tickets come over so long. */
const DAYS = 700
const TABLES = ['contact', 'ticket', 'ticket_search', 'message', 'suggestion']

export type Seeding = { databaseUrl: string; channelId: string; agentIds: string[]; count: number }

/**
 * Fills a desk's tables with tickets that look like customers', in both languages: contact, ticket, its terms, one message and a reply, and the
 * draft. Without triggers and foreign keys, with the indexes taken off meanwhile, so that a million takes minutes.
 */
export async function seedManyTickets({ databaseUrl, channelId, agentIds, count }: Seeding): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'`,
    )
    await makeParts(client)
    const indexes = await takeIndexesOff(client)
    for (let from = 1; from <= count; from += CHUNK) {
      await seedChunk(client, { channelId, agentIds, from, to: Math.min(from + CHUNK - 1, count), count })
      console.error(`  ${Math.min(from + CHUNK - 1, count).toLocaleString('en')} of ${count.toLocaleString('en')} tickets`)
    }
    for (const index of indexes) await client.query(index)
    await client.query(`select setval(pg_get_serial_sequence('ticket', 'number'), (select max(number) from ticket))`)
    await client.query(`vacuum (analyze) ${TABLES.join(', ')}`)
  } finally {
    await client.end()
  }
}

/** The sentences and names with their terms, each as often as its weight, numbered from 0 within its kind and language. */
async function makeParts(client: pg.Client): Promise<void> {
  await client.query(
    `create temporary table part (kind text, language text, n int, text text, terms text[], primary key (kind, language, n))`,
  )
  const rows: { kind: string; language: string; text: string; terms: string[] }[] = ticketParts.flatMap(
    ({ kind, language, text, weight }) =>
      Array.from({ length: weight }, () => ({
        kind,
        language,
        text,
        terms: kind === 'subject' ? ticketTerms({ subject: text, contact: {}, texts: [] }) : storedTerms(text),
      })),
  )
  const name = (language: string, text: string) => ({
    kind: 'name',
    language,
    text,
    terms: ticketTerms({ subject: '', contact: { name: text }, texts: [] }),
  })
  rows.push(...zhFamilyNames.flatMap((family) => zhGivenNames.map((given) => name('zh', family + given))))
  rows.push(...enGivenNames.flatMap((given) => enFamilyNames.map((family) => name('en', `${given} ${family}`))))
  await client.query(
    `insert into part
     select kind, language, (row_number() over (partition by kind, language order by md5(text || at)))::int - 1, text, terms
     from jsonb_to_recordset($1::jsonb) as row(kind text, language text, text text, terms text[], at text)`,
    [JSON.stringify(rows.map((row, at) => ({ ...row, at: String(at) })))],
  )
  await client.query('create temporary table size as select kind, language, count(*)::int as total from part group by kind, language')
  await client.query(`
    create function pg_temp.pick(of_kind text, of_language text, seed text) returns part language sql stable as $$
      select p from part p where kind = of_kind and language = of_language and n =
        (hashtext(seed) & 2147483647) % (select total from size where kind = of_kind and language = of_language)
    $$`)
  await client.query('analyze part')
}

/** What an index statement needs to come back; keys stay. */
async function takeIndexesOff(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = any($1) and indexname !~ '_pkey$'`,
    [TABLES],
  )
  for (const { indexname } of rows) await client.query(`drop index "${indexname}"`)
  return rows.map(({ indexdef }) => indexdef)
}

type Chunk = { channelId: string; agentIds: string[]; from: number; to: number; count: number }

async function seedChunk(client: pg.Client, { channelId, agentIds, from, to, count }: Chunk): Promise<void> {
  await client.query(
    `create temporary table chunk as
     with numbered as (
       select n, case when n % 5 < 3 then 'zh' else 'en' end as language,
         now() - make_interval(secs => ($2::int - n) * (${DAYS}::float8 * 86400 / $2::int)) as at
       from generate_series($1::int, $3::int) as n
     )
     select n, language, at, uuidv7(at - now()) as id, uuidv7(at - now()) as contact_id, uuidv7(at - now()) as suggestion_id,
       case when n % ${OPEN_EVERY} = 0 then 'open' when n % ${WAITING_EVERY} = 0 then 'waiting' else 'resolved' end as status,
       (pg_temp.pick('subject', language, 's' || n)) as subject, (pg_temp.pick('happened', language, 'h' || n)) as happened,
       (pg_temp.pick('asks', language, 'a' || n)) as asks, (pg_temp.pick('detail', language, 'd' || n)) as detail,
       (pg_temp.pick('name', language, 'n' || n)) as name, (pg_temp.pick('reply', language, 'r' || n)) as reply, 'GP' || lpad(((n::bigint * 7919) % 100000000)::text, 8, '0') as order_number,
       '138' || lpad(((n::bigint * 104729) % 100000000)::text, 8, '0') as phone
     from numbered`
      .replaceAll('$1', String(from))
      .replaceAll('$2', String(count))
      .replaceAll('$3', String(to)),
  )
  const text = `concat((happened).text, case language when 'zh' then '订单号 ' else ' Order ' end, order_number, '. ', (asks).text, ' ', (detail).text)`
  await client.query(
    `insert into contact (id, channel_id, identity, name, email, phone, created_at, updated_at)
     select contact_id, $1::uuid, 'email:customer' || n || '@example.com', (name).text, 'customer' || n || '@example.com', phone, at, at from chunk`,
    [channelId],
  )
  await client.query(
    `insert into ticket (id, number, channel_id, contact_id, subject, status, priority, language, tags, assignee_id, is_gap, last_words, active_at,
       waiting_since, seen_at, first_replied_at, resolved_at, resolution_due_at, due_at, paused_since, created_at, updated_at)
     select id, n, $1::uuid, contact_id, (subject).text, status::ticket_status,
       (array['low', 'normal', 'normal', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + n % 8]::ticket_priority, language::language,
       case when n % 3 = 0 then array[($2::text[])[1 + (n / 3) % array_length($2::text[], 1)]] else array[]::text[] end,
       case when n % 4 <> 0 then ($3::uuid[])[1 + (n / 7) % array_length($3::uuid[], 1)] end, n % 9 = 0, left(${text}, 200),
       at, case when status = 'open' then at end, case when n % 2 = 0 or status <> 'open' then at end,
       case when status <> 'open' then at end, case when status = 'resolved' then at end,
       case when status = 'open' then at + interval '1 day' end, case when status = 'open' then at + interval '1 day' end,
       case when status <> 'open' then at end, at, at
     from chunk`,
    [channelId, tags, agentIds],
  )
  await client.query(
    `insert into ticket_search (ticket_id, terms, version)
     select id, array_to_tsvector((subject).terms || (happened).terms || (asks).terms || (detail).terms || (name).terms
       || case language when 'zh' then array['订单', '单号', '号'] else array['order'] end || array[lower(order_number), 'customer' || n, '@customer' || n, 'example', 'com', phone, right(phone, 4)]
       || case when status <> 'open' then (reply).terms else array[]::text[] end), ${SEARCH_VERSION} from chunk`,
  )
  await client.query(
    `insert into message (id, ticket_id, direction, text, created_at) select uuidv7(at - now()), id, 'incoming', ${text}, at from chunk;
     insert into message (id, ticket_id, direction, text, created_at)
     select uuidv7(at - now()), id, 'outgoing', (reply).text, at + interval '5 minutes' from chunk where status <> 'open'`,
  )
  await client.query(
    `insert into suggestion (id, ticket_id, status, rung, text, language, question, grounding, queued_at, started_at, finished_at, ms)
     select suggestion_id, id, (case status when 'open' then 'ready' else 'sent_as_is' end)::suggestion_status,
       (array['verbatim', 'cache', 'model', 'model', 'model', 'extractive', 'holding'])[1 + n % 11 % 7]::rung,
       (reply).text, language::language, (asks).text, jsonb_build_object('sentences', '[]'::jsonb, 'isGrounded', n % 7 <> 0), at, at, at, 900
     from chunk`,
  )
  await client.query('drop table chunk')
}

/** Agents to whom the tickets are given. */
export async function makeBenchAgents(databaseUrl: string, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const ids = Array.from({ length: count }, newId)
  await client.query(
    `insert into user_account (id, email, name, password_hash, updated_at)
     select id, 'agent' || n || '@bench.test', 'Agent ' || n, 'none', now() from unnest($1::uuid[]) with ordinality as row(id, n)`,
    [ids],
  )
  await client.end()
  return ids
}
