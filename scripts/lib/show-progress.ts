import type { Progress } from './download-file'
import { gigabytes } from './gigabytes'

/** A line that is rewritten on a terminal, and one every ten seconds elsewhere. */
export function showProgress() {
  let shownAt = 0
  return ({ totalBytes, doneBytes, bytesPerSecond }: Progress) => {
    const isDone = doneBytes === totalBytes
    if (!isDone && Date.now() - shownAt < (process.stderr.isTTY ? 200 : 10_000)) return
    shownAt = Date.now()
    const share = totalBytes ? doneBytes / totalBytes : 0
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░')
    const left = totalBytes && bytesPerSecond > 0 ? `, ${Math.ceil((totalBytes - doneBytes) / bytesPerSecond)} s left` : ''
    const rest = isDone ? '' : `${(bytesPerSecond / 1e6).toFixed(1)} MB/s${left}`
    const line = `${bar} ${(share * 100).toFixed(0).padStart(3)} %  ${gigabytes(doneBytes)} of ${totalBytes ? gigabytes(totalBytes) : '?'}  ${rest}`
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}${isDone ? '\n' : ''}` : `${line}\n`)
  }
}
