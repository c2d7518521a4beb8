import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shortHash } from './postgres-home'
import type { Account } from './processes'

/**
 * A folder for the socket of `server` that only its account enters. The same for the same data folder, so that a server
 * that comes back is found where it was; short enough for a socket's path (108 bytes, name included).
 */
export function makeSocketFolder(server: 'pg' | 'redis', dataFolder: string, account: Account = {}): string {
  const base = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp'
  const folder = path.join(base, `deskhand-${server}-${shortHash(dataFolder)}`)
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(account, folder)
  }
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === (account.uid ?? process.getuid?.())) {
    chmodSync(folder, 0o700)
    return folder
  }
  // Somebody else was there first under this name: take one that nobody can have guessed.
  const other = mkdtempSync(path.join(base, `deskhand-${server}-`))
  giveTo(account, other)
  return other
}

/** Makes a folder the account's, where there is one apart from ours. */
export function giveTo({ uid, gid }: Account, folder: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
}
