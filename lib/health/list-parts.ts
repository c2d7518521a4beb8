import { pgPool } from '@/lib/db'
import { env } from '@/lib/env'
import { inferenceHeaders } from '@/lib/inference/servers'
import { redis } from '@/lib/redis'

/** A part of the installation, and whether it can serve right now. */
export type Part = { name: 'web' | 'database' | 'redis' | 'worker'; ok: boolean; ms: number; detail: string }

const ASK_TIMEOUT_MS = 2_000

/** Asks every part at once, each for two seconds at most. */
export function listParts(): Promise<Part[]> {
  return Promise.all([ask('web', async () => 'serving'), ask('database', askDatabase), ask('redis', askRedis), ask('worker', askWorkers)])
}

/** Whether the installation can do its work. Without Redis it can, only slower. */
export function isReady(parts: Part[]): boolean {
  return parts.every(({ name, ok }) => ok || name === 'redis')
}

/** A failure's code is enough for whoever looks; messages may hold addresses. */
async function ask(name: Part['name'], question: () => Promise<string>): Promise<Part> {
  const startedAt = performance.now()
  const done = (ok: boolean, detail: string): Part => ({ name, ok, ms: Math.round(performance.now() - startedAt), detail })
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), ASK_TIMEOUT_MS)
  })
  try {
    return done(true, await Promise.race([question(), tooLate]))
  } catch (error) {
    return done(false, codeOf(error))
  } finally {
    clearTimeout(timer)
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed'
  const source = error.cause instanceof Error ? error.cause : error
  if ('code' in source && typeof source.code === 'string') return source.code.toLowerCase()
  return KNOWN.test(source.message) ? source.message : 'failed'
}
const KNOWN = /^(timeout|not_configured|not_connected|http_\d{3})$/

async function askDatabase(): Promise<string> {
  await pgPool().query('select 1 from _prisma_migrations limit 1')
  return 'serving'
}

async function askRedis(): Promise<string> {
  if (!env().REDIS_URL) throw new Error('not_configured')
  const client = redis()
  if (!client) throw new Error('not_connected')
  await client.ping()
  return 'serving'
}

/** One server that can draft is enough. */
async function askWorkers(): Promise<string> {
  const urls = env().INFERENCE_URL
  if (urls.length === 0) throw new Error('not_configured')
  const answers = await Promise.allSettled(urls.map(askWorker))
  const serving = answers.filter(({ status }) => status === 'fulfilled').length
  const [failed] = answers.filter((answer) => answer.status === 'rejected')
  if (serving === 0 && failed) throw failed.reason
  return urls.length === 1 ? 'serving' : `${serving} of ${urls.length} serving`
}

/** Our worker says so at /ready; any other server lists its models once it has loaded them. */
async function askWorker(url: string): Promise<void> {
  const get = (path: string) => fetch(`${url}${path}`, { headers: inferenceHeaders(), signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
  const own = await get('/ready')
  await own.body?.cancel()
  if (own.ok) return
  if (own.status !== 404) throw new Error(`http_${own.status}`)
  const other = await get('/v1/models')
  await other.body?.cancel()
  if (!other.ok) throw new Error(`http_${other.status}`)
}
