import { type Cluster, openCluster } from '../lib/embedded-postgres'
import { findRedis, type RedisHome } from '../lib/embedded-redis'
import type { Part } from './keep-running'

/** PostgreSQL of our own, with its data in `folder`. */
export async function embeddedPostgres(folder: string): Promise<Part & { cluster: Cluster }> {
  const cluster = await openCluster(folder)
  const moved = cluster.dataFolder === folder ? '' : `, data in ${cluster.dataFolder}`
  return {
    cluster,
    name: 'PostgreSQL',
    launch: () => cluster.start(),
    detail: () => `embedded, socket ${cluster.socketFolder}${moved}`,
    stopSignal: 'SIGINT', // ends open sessions and checkpoints; SIGTERM would wait for them
    isEssential: true,
  }
}

/** Redis of our own for this data folder, or null where no redis-server is on the PATH. */
export function embeddedRedis(dataFolder: string): (Part & { home: RedisHome }) | null {
  const home = findRedis(dataFolder)
  return (
    home && {
      home,
      name: 'Redis',
      launch: () => home.start(),
      detail: () => `embedded, socket ${home.url}`,
      stopSignal: 'SIGTERM',
      isEssential: false,
    }
  )
}
