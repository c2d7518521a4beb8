import { env } from '@/lib/env'
import { connectRedis, redis } from '@/lib/redis'

/** Long enough for a process that has just started to connect. */
const CONNECT_MS = 600

/**
 * Where answers are kept at the moment. redis: shared by all processes. process: no Redis is configured, each process keeps its own until
 * it restarts. away: Redis is configured and does not answer; each process keeps its own meanwhile.
 */
export async function answerCacheState(): Promise<'redis' | 'process' | 'away'> {
  if (!env().REDIS_URL) return 'process'
  if (!(await connectRedis(CONNECT_MS))) return 'away'
  // A connection that stands proves nothing: a Redis that hangs has one, too.
  const isAnswering = await redis()
    ?.ping()
    .then(
      () => true,
      () => false,
    )
  return isAnswering ? 'redis' : 'away'
}
