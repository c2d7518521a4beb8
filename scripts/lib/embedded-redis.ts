import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { canRun, tiedToUs } from './processes'
import { makeSocketFolder } from './socket-folder'

const START_DEADLINE_MS = 10_000

export type RedisHome = {
  /** The path of the socket; ioredis takes a path for a URL. The same after every start. */
  url: string
  start(): Promise<ChildProcess>
  remove(): void
}

/** A `redis-server` of the PATH on a private socket of `dataFolder`, nothing kept on disk; null when there is none. */
export function findRedis(dataFolder: string): RedisHome | null {
  if (!canRun({}, 'redis-server', ['--version'])) return null
  const folder = makeSocketFolder('redis', dataFolder)
  const url = path.join(folder, 'redis.sock')
  return { url, start: () => start(folder, url), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function start(folder: string, socket: string): Promise<ChildProcess> {
  // A cache and counters: it may forget anything, and must not grow.
  const memory = ['--save', '', '--appendonly', 'no', '--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru']
  const access = ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--dir', folder, '--loglevel', 'warning']
  const [command, args] = tiedToUs('TERM', 'redis-server', [...access, ...memory, '--daemonize', 'no'])
  rmSync(socket, { force: true })
  let lastWords = ''
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2000)
    })
  }
  const deadline = Date.now() + START_DEADLINE_MS
  while (!existsSync(socket)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`redis-server did not start: ${lastWords.trim()}`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`redis-server was not ready within ${START_DEADLINE_MS / 1000} s: ${lastWords.trim()}`)
    }
    await sleep(10)
  }
  return child
}
