/** `npm run model -- pull NAME`: fetches a model for the worker, into DATA_DIR/models. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { KNOWN_MODELS, type Progress, pullModel } from './lib/pull-model'
import { runCommand, UsageError } from './lib/run-command'

const USAGE = `usage: npm run model -- pull NAME
NAME is ${Object.keys(KNOWN_MODELS).join(', ')},
hf:user/repo:Q4_K_M, hf:user/repo/file.gguf or https://…gguf; HF_ENDPOINT=https://… names a mirror of Hugging Face`

await runCommand(async () => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const [command, name, ...rest] = process.argv.slice(2)
  if (command !== 'pull' || !name || rest.length > 0) throw new UsageError(USAGE)
  const isUri = /^(hf|https?):/.test(name)
  if (!isUri && !(name.toLowerCase() in KNOWN_MODELS)) throw new UsageError(`There is no model ${JSON.stringify(name)}.\n${USAGE}`)
  const folder = path.resolve(process.env.DATA_DIR || '.data', 'models')
  const { file, sizeBytes, isVerified } = await pullModel(name, folder, showProgress())
  console.log(
    `${path.relative(process.cwd(), file)}  ${gigabytes(sizeBytes)}  ${isVerified ? 'as published (SHA-256)' : 'no checksum is published'}`,
  )
  console.log(`\nStart with it:  MODEL=${path.relative(process.cwd(), file)} npm start`)
})

/** A line that is rewritten on a terminal, and one every ten seconds elsewhere. */
function showProgress() {
  let shownAt = 0
  return ({ totalSize, downloadedSize, estimatedTimeLeft, averageSpeed }: Progress) => {
    if (totalSize === 0) return // not known yet
    const isDone = downloadedSize === totalSize
    if (!isDone && Date.now() - shownAt < (process.stderr.isTTY ? 200 : 10_000)) return
    shownAt = Date.now()
    const share = downloadedSize / totalSize
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░')
    const rest = `${(averageSpeed / 1e6).toFixed(1)} MB/s, ${Math.ceil(estimatedTimeLeft / 1_000)} s left`
    const line = `${bar} ${(share * 100).toFixed(0).padStart(3)} %  ${gigabytes(downloadedSize)} of ${gigabytes(totalSize)}  ${isDone ? '' : rest}`
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}${isDone ? '\n' : ''}` : `${line}\n`)
  }
}

function gigabytes(bytes: number): string {
  return bytes < 1e8 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}
