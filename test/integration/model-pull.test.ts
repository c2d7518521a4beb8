import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'

// Hugging Face as the downloader sees it: a file behind /user/repo/resolve/branch/file, in ranges, with its SHA-256.

const model = readFileSync('worker/models/pocket-one-q8_0.gguf')
const sha256 = createHash('sha256').update(model).digest('hex')
let served: { body: Buffer; hash: string }

const mirror = createServer((request, response) => {
  if (!request.url?.startsWith('/shop/tiny/resolve/main/tiny.gguf')) return response.writeHead(404).end()
  const [, from = '0', to = String(served.body.length - 1)] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? []
  const part = served.body.subarray(Number(from), Number(to || served.body.length - 1) + 1)
  const headers = { 'x-linked-etag': `"${served.hash}"`, 'accept-ranges': 'bytes', 'content-length': part.length }
  const range = request.headers.range ? { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${served.body.length}` } : {}
  response.writeHead(request.headers.range ? 206 : 200, { ...headers, ...range })
  response.end(request.method === 'HEAD' ? undefined : part)
}).listen(0, '127.0.0.1')
await once(mirror, 'listening')
const address = mirror.address()
const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-model-'))

beforeEach(() => {
  served = { body: model, hash: sha256 }
})

afterAll(() => {
  mirror.close()
  rmSync(folder, { recursive: true, force: true })
})

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, DATA_DIR: folder, HF_ENDPOINT: endpoint, MODEL_ENDPOINT: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/model.ts', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

it('fetches a model from a mirror, checks it and says how to start with it', async () => {
  const { code, stdout } = await run('pull', 'hf:shop/tiny/tiny.gguf')
  expect(code).toBe(0)
  expect(readFileSync(path.join(folder, 'models/tiny.gguf')).equals(model)).toBe(true)
  expect(stdout).toContain('as published')
  expect(stdout).toMatch(/MODEL=.*tiny\.gguf npm start/)
  rmSync(path.join(folder, 'models/tiny.gguf'))
})

it('removes what is not what was published', async () => {
  served = { body: model, hash: '0'.repeat(64) }
  const { code, stderr } = await run('pull', 'hf:shop/tiny/tiny.gguf')
  expect(code).toBe(1)
  expect(stderr).toContain('SHA-256')
  expect(existsSync(path.join(folder, 'models/tiny.gguf'))).toBe(false)
})

it('removes what is not a model', async () => {
  served = { body: Buffer.alloc(100_000, 'no model'), hash: '' }
  const { code, stderr } = await run('pull', 'hf:shop/tiny/tiny.gguf')
  expect(code).toBe(1)
  expect(stderr).toContain('not a GGUF')
  expect(readdirSync(path.join(folder, 'models'))).toEqual([])
})

it('says so in one line when the model cannot be reached', async () => {
  const { code, stderr } = await run('pull', 'hf:shop/none/none.gguf')
  expect(code).toBe(1)
  expect(stderr).toContain('cannot be downloaded')
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

it('knows the recommended models by name, and says which when it does not know one', async () => {
  const { code, stderr } = await run('pull', 'gpt-4')
  expect(code).toBe(2)
  expect(stderr).toContain('qwen3-4b-instruct-2507')
})
