import { db, pgPool } from '@/lib/db'
import { env } from '@/lib/env'
import { publishNow } from '@/lib/events'
import { listPublishedRules } from '@/lib/faq/list-published-rules'
import { InferenceError } from '@/lib/inference/inference-error'
import { type SideModel, sideModel } from '@/lib/inference/side-models'
import { addJob } from '@/lib/jobs'
import { describeError, log } from '@/lib/log'
import { currentMeaning } from '@/lib/retrieval/meaning/current-meaning'
import { BATCH, embedEach } from '@/lib/retrieval/meaning/embed-each'
import { embeddingProgress } from '@/lib/retrieval/meaning/embedding-progress'
import { fingerprintOf, ruleText } from '@/lib/retrieval/meaning/embedding-text'
import { toBytes } from '@/lib/retrieval/meaning/unit-vector'
import { Prisma } from '@/prisma/generated/client'
import { RuleStatus } from '@/prisma/generated/enums'

/** A model that refuses more than this does not refuse them for what they are. */
const MAX_REFUSED = 20
const NO_ID = '00000000-0000-0000-0000-000000000000'
/** Then it makes room for other jobs, and goes on when its turn comes again. */
const RUN_MS = 5 * 60_000
const TELL_EVERY_MS = 10_000
/** Any number that nothing else takes: one process at a time embeds. */
const LOCK = 72_707_401

type Stale = { id: string; version: number; fingerprint: string; text: string }
type Embedded = Stale & { vector: Float32Array }

/**
 * Embeds the published rules that have no vector of this model, or whose text has changed since; what has the same text keeps its vector.
 * Runs as a job, may be ended at any moment, and goes on with what is left. A model that is away ends it without an error.
 */
export async function embedRules(): Promise<void> {
  const model = sideModel('embedding')
  if (!model) return
  const client = await pgPool().connect()
  try {
    // Held by the connection: with a process that dies, it goes.
    const { rows } = await client.query<{ isFree: boolean }>('select pg_try_advisory_lock($1) as "isFree"', [LOCK])
    if (!rows[0]?.isFree) return
    try {
      await embedStale(model)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK])
    }
  } finally {
    client.release()
  }
}

async function embedStale(model: SideModel): Promise<void> {
  const startedAt = Date.now()
  let toldAt = startedAt
  let done = 0
  let refused = 0
  let toldDone = 0
  const tell = async () => {
    toldAt = Date.now()
    toldDone = done
    await publishNow({ kind: 'embeddings' })
    log.info({ event: 'rules.embedded', model: model.name, done, refused, ...(await embeddingProgress(model)), ms: toldAt - startedAt })
  }
  try {
    for (let after = NO_ID; Date.now() - startedAt < RUN_MS && refused <= MAX_REFUSED; ) {
      const next = await nextStale(model, after)
      if (next === null) {
        await calibrateWhenNew(model)
        break
      }
      after = next.last
      if (next.stale.length === 0) continue
      const embedded = await embedAll(model, next.stale)
      await save(model, embedded)
      done += embedded.length
      refused += next.stale.length - embedded.length
      if (Date.now() - toldAt >= TELL_EVERY_MS) await tell()
    }
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.debug({ event: 'rules.embedding', model: model.name, cause: describeError(cause) })
  }
  if (done > toldDone) await tell()
}

/** With all rules embedded by a model that nobody has calibrated yet, its cosines have no say before that is done. */
async function calibrateWhenNew({ name }: SideModel): Promise<void> {
  if ((await currentMeaning())?.model === name) return
  await addJob(db(), 'calibrate-floors', {}, { jobKey: 'calibrate-floors', priority: 20, maxAttempts: 3 })
}

/** The next rules to embed; none where those looked at only had a new version of the same text. Null when there is nothing left to look at. */
async function nextStale({ name, refused }: SideModel, after: string): Promise<{ stale: Stale[]; last: string } | null> {
  const dimensions = env().EMBEDDING_DIMENSIONS
  // Prisma cannot compare a column with one of another table.
  const found = await db().$queryRaw<{ id: string; fingerprint: string | null }[]>(Prisma.sql`
    select r.id, e.fingerprint
    from faq_rule r left join rule_embedding e on e.rule_id = r.id
    where r.status = ${RuleStatus.published}::rule_status and r.id > ${after}::uuid
      and (e.rule_id is null or e.rule_version <> r.version or e.model <> ${name} or e.dimensions <> ${dimensions})
    order by r.id limit ${BATCH}`)
  const last = found.at(-1)?.id
  if (last === undefined) return null
  const known = new Map(found.map(({ id, fingerprint }) => [id, fingerprint]))
  const stale: Stale[] = []
  for (const rule of await listPublishedRules([...known.keys()])) {
    const text = ruleText(rule)
    const fingerprint = fingerprintOf(text, { model: name, dimensions })
    if (refused.has(fingerprint)) continue
    if (known.get(rule.id) !== fingerprint) stale.push({ id: rule.id, version: rule.version, fingerprint, text })
    else await db().ruleEmbedding.updateMany({ where: { ruleId: rule.id }, data: { ruleVersion: rule.version } })
  }
  return { stale, last }
}

/** Those that the model did not refuse. */
async function embedAll(model: SideModel, stale: Stale[]): Promise<Embedded[]> {
  const texts = stale.map(({ text }) => text)
  const vectors = await embedEach(model, texts)
  return stale.flatMap((rule, at) => {
    const vector = vectors[at]
    if (vector) return { ...rule, vector }
    model.refused.add(rule.fingerprint)
    log.warn({ event: 'rules.embedding_refused', model: model.name, ruleId: rule.id })
    return []
  })
}

async function save({ name: model }: SideModel, embedded: Embedded[]): Promise<void> {
  if (embedded.length === 0) return
  const dimensions = env().EMBEDDING_DIMENSIONS
  const rows = embedded.map(
    ({ id, version, fingerprint, vector }) => Prisma.sql`(${id}::uuid, ${version}::int, ${fingerprint}, ${toBytes(vector)}::bytea)`,
  )
  // A rule that was deleted meanwhile needs none; Prisma cannot insert where something is still there.
  await db().$executeRaw(Prisma.sql`
    insert into rule_embedding (rule_id, rule_version, model, dimensions, fingerprint, vector, embedded_at)
    select r.id, n.version, ${model}, ${dimensions}, n.fingerprint, n.vector, now()
    from (values ${Prisma.join(rows)}) as n (id, version, fingerprint, vector) join faq_rule r on r.id = n.id
    on conflict (rule_id) do update set rule_version = excluded.rule_version, model = excluded.model, dimensions = excluded.dimensions,
      fingerprint = excluded.fingerprint, vector = excluded.vector, embedded_at = excluded.embedded_at`)
}
