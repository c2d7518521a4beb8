import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { hubHeaders, type RemoteFile } from './model-sources'

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
  let before = sizeOf(part)
  const report = (doneBytes: number, totalBytes: number | null) => {
    // It was begun again.
    before = Math.min(before, doneBytes)
    onProgress({ doneBytes, totalBytes, bytesPerSecond: ((doneBytes - before) / Math.max(1, performance.now() - startedAt)) * 1000 })
  }

  for (let failures = 0; ; ) {
    const had = sizeOf(part)
    try {
      await fetchRest(file, part, report)
      break
    } catch (error) {
      if (error instanceof RefusalError || isAboutDisk(error)) throw error
      failures = sizeOf(part) > had ? 1 : failures + 1
      if (failures >= MOST_FAILURES) throw error
      await sleep(FIRST_PAUSE_MS * 2 ** (failures - 1))
    }
  }
  if (file.sha256 && (await hashOf(part)) !== file.sha256) {
    rmSync(part)
    rmSync(versionOf(part), { force: true })
    throw new ChecksumError(`What was downloaded from ${file.url} is not what was published (SHA-256); it is removed. Try again.`)
  }
  renameSync(part, target)
  rmSync(versionOf(part), { force: true })
}

/** No room, no permission: neither another try nor another server helps. */
export function isAboutDisk(cause: unknown): cause is Error {
  return (
    cause instanceof Error &&
    'code' in cause &&
    ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EFBIG', 'EIO'].includes(String(cause.code))
  )
}

/** The server says no, and would say it again. */
class RefusalError extends Error {}

async function fetchRest(file: RemoteFile, part: string, report: (doneBytes: number, totalBytes: number | null) => void): Promise<void> {
  let done = sizeOf(part)
  if (file.bytes !== null && done === file.bytes) return
  const silence = new AbortController()
  const fallSilent = () => silence.abort(new Error(`nothing came for ${SILENCE_MS / 1000} s`))
  let timer = setTimeout(fallSilent, SILENCE_MS)
  try {
    // Redirects are followed, and the range goes with them; the token does not go to another server. Compressed bytes are not the file's.
    const headers = { ...hubHeaders(file.url), ...(done > 0 ? { range: `bytes=${done}-` } : { 'accept-encoding': 'identity' }) }
    const response = await fetch(file.url, { headers, signal: silence.signal }).catch((cause) => {
      throw unreachable(file.url, cause)
    })
    // What is here is already all of it, or more than all of it.
    if (response.status === 416) {
      const total = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1])
      if (total === done) return
      throw misfit(part)
    }
    if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429)
      throw new RefusalError(`${new URL(file.url).host} answered ${response.status}`)
    if (!response.ok || !response.body) throw new Error(`${new URL(file.url).host} answered ${response.status}`)
    const begins = response.status === 206 ? Number(/bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]) : 0
    const version = response.headers.get('etag') ?? response.headers.get('last-modified') ?? ''
    if (begins !== 0 && (begins !== done || !isSameVersion(file, part, version))) throw misfit(part)
    // A server that knows no ranges sends everything again.
    if (begins === 0) writeFileSync(versionOf(part), version)
    done = begins
    const length = Number(response.headers.get('content-length'))
    const total = file.bytes ?? (length > 0 ? done + length : null)
    report(done, total)
    const watched = async function* (source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        clearTimeout(timer)
        timer = setTimeout(fallSilent, SILENCE_MS)
        done += chunk.length
        // Without end it would fill the disk.
        if (file.bytes !== null && done > file.bytes)
          throw new RefusalError(`${new URL(file.url).host} sends more than the ${file.bytes} bytes that it named`)
        report(done, total)
        yield chunk
      }
    }
    await pipeline(
      response.body as unknown as AsyncIterable<Uint8Array>,
      watched,
      createWriteStream(part, { flags: begins > 0 ? 'a' : 'w' }),
    )
    if (total !== null && done < total) throw new Error('the connection was cut')
  } finally {
    clearTimeout(timer)
  }
}

/** Where the version that the server named stands beside a part. */
const versionOf = (part: string) => `${part}.version`

/** Whether a part is of the file that its server has now. Where the checksum is published, that decides in the end. */
function isSameVersion({ sha256 }: RemoteFile, part: string, version: string): boolean {
  const known = versionOf(part)
  return sha256 !== null || (existsSync(known) && readFileSync(known, 'utf8') === version)
}

function misfit(part: string): Error {
  rmSync(part, { force: true })
  return new Error('the part of an earlier try does not fit')
}

/** `fetch failed` says nothing to anybody; its cause does. */
function unreachable(url: string, error: unknown): Error {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const reason = inner instanceof Error && 'code' in inner ? inner.code : inner instanceof Error ? inner.message : inner
  return new Error(`${new URL(url).host} cannot be reached from here (${reason})`, { cause: error })
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
