import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { shortHash } from '@/scripts/lib/postgres-home'
import { findRunningDesk, type RunningDesk } from '@/scripts/lib/running-desk'

// The real `npm start`, without npm, on a data folder of its own.

/**
 * A new data folder, and the way to remove it. Nobody else can enter it: when the tests run as root, PostgreSQL has its
 * data elsewhere.
 */
export function makeDataFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-start-'))
  const remove = () => {
    for (const gone of [postgresFolder(folder), folder]) rmSync(gone, { recursive: true, force: true })
  }
  return { folder, remove }
}

function postgresFolder(folder: string): string {
  const link = path.join(folder, 'postgres')
  return existsSync(link) ? realpathSync(link) : link
}

export type Start = {
  child: ChildProcess
  output(): string
  /** Resolves with the exit code, null when a signal ended it. */
  ended: Promise<number | null>
  /** Waits until it has announced itself; throws with what it said when it ends instead. */
  ready(): Promise<RunningDesk>
  /** The processes that this start has begun and that are alive: those of Node and Redis, and PostgreSQL's. */
  processes(): { pid: number; command: string }[]
}

export function startDesk(folder: string, env: Record<string, string> = {}, args: string[] = []): Start {
  const mark = randomUUID()
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...args], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', DATABASE_URL: '', REDIS_URL: '', INFERENCE_URL: '', MODEL: '', SECRET_KEY: '' },
      ...{ DATA_DIR: folder, PORT: '0', START_MARK: mark },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  return {
    child,
    output: () => output,
    ended,
    async ready() {
      const isUpOrGone = () => output.includes('Deskhand is at') || child.exitCode !== null
      // Long enough for a build on a busy machine.
      await vi.waitUntil(isUpOrGone, { timeout: 280_000, interval: 100 })
      const desk = findRunningDesk(folder)
      if (!desk) throw new Error(`The desk did not start:\n${output}`)
      return desk
    },
    processes: () => {
      // The stores do not carry our environment; their command lines name their places.
      const places = [postgresFolder(folder), `redis-${shortHash(folder)}`]
      return findProcesses((environment, command) => environment.includes(mark) || places.some((place) => command.includes(place)))
    },
  }
}

/** The living processes whose environment or command line matches; zombies are not alive. */
function findProcesses(matches: (environment: string, command: string) => boolean) {
  const read = (pid: number, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return '' // it ended between the two looks
    }
  }
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .map((pid) => ({ pid, command: read(pid, 'cmdline').trim(), environment: read(pid, 'environ') }))
    .filter(({ command, environment }) => command !== '' && matches(environment, command))
    .map(({ pid, command }) => ({ pid, command }))
}
