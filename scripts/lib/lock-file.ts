import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { birthOf } from './processes'

const holderSchema = z.object({ pid: z.number().int(), birth: z.string() })

/** Somebody else holds the lock; `pid` is who. */
export class LockedError extends Error {
  constructor(
    readonly file: string,
    readonly pid: number,
  ) {
    super(`Process ${pid} holds ${file}.`)
  }
}

/**
 * Takes `file` for this process until it ends or calls what is returned. The lock of a process that is gone counts for
 * nothing, also when its number has been given to another one since. Throws LockedError when it is taken.
 */
export async function takeLock(file: string): Promise<() => void> {
  const own = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, own)
  try {
    while (!tryLink(draft, file)) {
      const found = readOrNull(file)
      const holder = readHolder(found)
      if (holder) throw new LockedError(file, holder)
      // Only what was just judged stale may go: another starter may have taken the place meanwhile.
      if (readOrNull(file) === found) rmSync(file, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
  // Two starters may both judge the same lock stale, and the second then removes the first one's new one.
  await sleep(30)
  if (readOrNull(file) !== own) throw new LockedError(file, readHolder(readOrNull(file)) ?? 0)
  const release = () => {
    process.off('exit', release)
    if (readOrNull(file) === own) rmSync(file, { force: true })
  }
  process.once('exit', release)
  return release
}

/** The living process that holds the lock, else null. */
export function findLockHolder(file: string): number | null {
  return readHolder(readOrNull(file))
}

function readHolder(text: string | null): number | null {
  if (!text) return null
  try {
    const { pid, birth } = holderSchema.parse(JSON.parse(text))
    return birthOf(pid) === birth ? pid : null
  } catch {
    return null // not ours, or cut short by a full disk: nobody holds it
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    // A hard link appears whole or not at all; a file opened for writing is empty at first.
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
