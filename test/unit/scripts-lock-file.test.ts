import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findLockHolder, LockedError, takeLock } from '@/scripts/lib/lock-file'
import { birthOf } from '@/scripts/lib/processes'

const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-lock-'))
const file = path.join(folder, 'lock')
afterAll(() => rmSync(folder, { recursive: true }))

it('is held until it is released, and names its holder', async () => {
  const release = await takeLock(file)
  expect(findLockHolder(file)).toBe(process.pid)
  await expect(takeLock(file)).rejects.toThrow(LockedError)
  release()
  expect(findLockHolder(file)).toBeNull()
})

it('goes to one of many who want it at once', async () => {
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file)))
  const taken = results.filter((result) => result.status === 'fulfilled')
  expect(taken).toHaveLength(1)
  for (const { value: release } of taken) release()
})

it('counts for nothing when its holder is gone', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(file, JSON.stringify({ pid, birth: '1' }))
  expect(findLockHolder(file)).toBeNull()
  const release = await takeLock(file)
  release()
})

it('counts for nothing when the number of its holder belongs to a later process', async () => {
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  await once(other, 'spawn')
  const pid = other.pid ?? 0
  writeFileSync(file, JSON.stringify({ pid, birth: 'an hour before' }))
  expect(findLockHolder(file)).toBeNull()
  writeFileSync(file, JSON.stringify({ pid, birth: birthOf(pid) }))
  expect(findLockHolder(file)).toBe(pid)
  other.stdin.end()
  await once(other, 'exit')
  expect(findLockHolder(file)).toBeNull()
})

it.each(['', 'no json', '{"pid":"x"}'])('counts for nothing when it is not readable: %j', async (text) => {
  writeFileSync(file, text)
  const release = await takeLock(file)
  release()
})
