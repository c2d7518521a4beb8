import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The key that seals channel secrets: made once for a data folder, 32 bytes in base64, readable by its owner alone. */
export function secretKeyOf(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret-key')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
