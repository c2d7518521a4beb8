import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The account a child process runs as; empty: our own. */
export type Account = { uid?: number; gid?: number }

/** Whether `account` can run this command; a folder on the way that it cannot enter is the usual reason why not. */
export function canRun(account: Account, command: string, args: string[]): boolean {
  return spawnSync(command, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

let hasSetpriv: boolean | undefined

/**
 * The command line that makes the kernel send `signal` to the process when the one that started it dies, so that
 * kill -9 leaves nothing behind. Without util-linux's setpriv (macOS) it is the command alone.
 */
export function tiedToUs(signal: 'INT' | 'TERM', command: string, args: string[]): [string, string[]] {
  hasSetpriv ??= process.platform === 'linux' && canRun({}, 'setpriv', ['--pdeathsig', 'TERM', 'true'])
  return hasSetpriv ? ['setpriv', ['--pdeathsig', signal, '--', command, ...args]] : [command, args]
}

/** Whether there is a process of this number; one of another account counts, though it may not be signalled. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * What tells this process from a later one with the same number (a container that starts anew counts from 1 again):
 * the time at which it started. Null when it is gone.
 */
export function birthOf(pid: number): string | null {
  if (!isAlive(pid)) return null
  if (process.platform !== 'linux') return readPs(pid, 'lstart=')
  try {
    // Fields after the name, which is in brackets and may hold spaces itself; starttime is field 22, state is field 3.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? []
    return fields[0] === 'Z' ? null : (fields[19] ?? null)
  } catch {
    return null // it ended between the two looks
  }
}

/** The command line of a process, '' when it is gone. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return readPs(pid, 'command=') ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function readPs(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null // ps answers 1 for a process that is gone
  }
}
