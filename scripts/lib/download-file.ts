import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RemoteFile } from './model-sources'

export type Progress = { totalBytes: number | null; doneBytes: number; bytesPerSecond: number }

// A line that drops now and then gets a large file through; a server that is gone is given up after half a minute.
const MOST_FAILURES = 6
const FIRST_PAUSE_MS = 500
// Nothing for so long is a connection that died without saying so.
const SILENCE_MS = 30_000

/** What came is not what was published. */
export class ChecksumError extends Error {}

/**
 * Fetches a file to `target`. It grows beside it as `.part`, where another try goes on; a connection that is cut is taken
 * up again where it broke. Its SHA-256 is compared with the published one before it gets its name.
 *
 * @throws ChecksumError, with the file removed; Error when the server cannot be reached or does not have it
 */
export async function downloadFile(file: RemoteFile, target: string, onProgress: (progress: Progress) => void): Promise<void> {
  const part = `${target}.part`
  const startedAt = performance.now()
  const before = sizeOf(part)
  const report = (doneBytes: number, totalBytes: number | null) =>
    onProgress({ doneBytes, totalBytes, bytesPerSecond: ((doneBytes - before) / Math.max(1, performance.now() - startedAt)) * 1000 })

  for (let failures = 0; ; ) {
    const had = sizeOf(part)
    try {
      await fetchRest(file, part, report)
      break
    } catch (error) {
      if (error instanceof RefusalError) throw error
      failures = sizeOf(part) > had ? 1 : failures + 1
      if (failures >= MOST_FAILURES) throw error
      await sleep(FIRST_PAUSE_MS * 2 ** (failures - 1))
    }
  }
  if (file.sha256 && (await hashOf(part)) !== file.sha256) {
    rmSync(part)
    throw new ChecksumError(`What was downloaded from ${file.url} is not what was published (SHA-256); it is removed. Try again.`)
  }
  renameSync(part, target)
}

/** The server says no, and would say it again. */
class RefusalError extends Error {}

async function fetchRest(file: RemoteFile, part: string, report: (doneBytes: number, totalBytes: number | null) => void): Promise<void> {
  let done = sizeOf(part)
  if (file.bytes !== null && done === file.bytes) return
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  try {
    // Redirects are followed, and the range goes with them.
    const response = await fetch(file.url, { headers: done > 0 ? { range: `bytes=${done}-` } : {}, signal: silence.signal })
    // What is here is already all of it, or more than all of it.
    if (response.status === 416) {
      const total = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1])
      if (total === done) return
      rmSync(part, { force: true })
      throw new Error('the part of an earlier try does not fit')
    }
    if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429)
      throw new RefusalError(`${new URL(file.url).host} answered ${response.status}`)
    if (!response.ok || !response.body) throw new Error(`${new URL(file.url).host} answered ${response.status}`)
    const goesOn = response.status === 206 && Number(/bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]) === done
    // A server that knows no ranges sends everything again.
    if (!goesOn) done = 0
    const length = Number(response.headers.get('content-length'))
    const total = file.bytes ?? (length > 0 ? done + length : null)
    report(done, total)
    const watched = async function* (source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), SILENCE_MS)
        done += chunk.length
        report(done, total)
        yield chunk
      }
    }
    await pipeline(response.body as unknown as AsyncIterable<Uint8Array>, watched, createWriteStream(part, { flags: goesOn ? 'a' : 'w' }))
    if (total !== null && done < total) throw new Error('the connection was cut')
  } finally {
    clearTimeout(timer)
  }
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}

/** The SHA-256 of a file, in hexadecimal. */
export async function hashOf(path: string): Promise<string> {
  const hash: Hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
