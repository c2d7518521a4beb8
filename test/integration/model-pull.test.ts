import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { bundledModelPath } from '@/worker/bundled-model'
import { readSettings } from '../../scripts/supervisor/settings'

// Hugging Face as the downloader sees it: a file behind /user/repo/resolve/branch/file, in ranges, with its SHA-256.

const model = readFileSync(bundledModelPath())
const sha256 = createHash('sha256').update(model).digest('hex')
/** How the mirror behaves in one test. */
type Served = { body: Buffer; hash: string; hasRanges: boolean; cutAfter: number[]; redirects: boolean }
let served: Served
const asked: { url: string; range: string | undefined }[] = []

const FILE = '/shop/tiny/resolve/main/tiny.gguf'
const mirror = createServer((request, response) => {
  const url = request.url ?? ''
  asked.push({ url: `${request.method} ${url}`, range: request.headers.range })
  const json = (body: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (url.startsWith('/api/models/shop/tiny/tree/main')) {
    const lfs = { oid: served.hash }
    return json([
      { type: 'directory', path: 'Q4_K_M' },
      { type: 'file', path: 'README.md', size: 10 },
      { type: 'file', path: 'tiny-Q8_0.gguf', size: 1, lfs },
      { type: 'file', path: 'tiny-Q4_K_M.gguf', size: served.body.length, lfs },
    ])
  }
  if (url.startsWith('/api/v1/models/shop/tiny/repo/files')) {
    return json({
      Code: 200,
      Data: { Files: [{ Path: 'README.md' }, { Path: 'tiny.gguf', Size: served.body.length, Sha256: served.hash }] },
    })
  }
  const isFile = ['/shop/tiny/resolve/main/', '/models/shop/tiny/resolve/master/', '/Qwen/', '/unsloth/', '/cdn/'].some((start) =>
    url.startsWith(start),
  )
  if (!isFile || url.includes('none')) return response.writeHead(404).end()
  const linked = { 'x-linked-etag': `"${served.hash}"`, 'x-linked-size': served.body.length }
  // The hub sends to its file servers, which know nothing of the hub's headers.
  if (served.redirects && !url.startsWith('/cdn/')) return response.writeHead(302, { ...linked, location: `/cdn${url}` }).end()
  const from = served.hasRanges ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0
  const total = served.body.length
  if (from >= total) return response.writeHead(416, { 'content-range': `bytes */${total}` }).end()
  const part = served.body.subarray(from)
  const range = from > 0 ? { 'content-range': `bytes ${from}-${total - 1}/${total}` } : {}
  response.writeHead(from > 0 ? 206 : 200, { ...linked, ...range, 'content-length': part.length })
  if (request.method === 'HEAD') return response.end()
  const cut = served.cutAfter.shift()
  if (cut === undefined) return response.end(part)
  response.write(part.subarray(0, cut), () => response.destroy())
}).listen(0, '127.0.0.1')
await once(mirror, 'listening')
const address = mirror.address()
const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-model-'))
const target = path.join(folder, 'models/tiny.gguf')

beforeEach(() => {
  served = { body: model, hash: sha256, hasRanges: true, cutAfter: [], redirects: false }
  asked.length = 0
  rmSync(path.join(folder, 'models'), { recursive: true, force: true })
  rmSync(path.join(folder, 'models.json'), { force: true })
})

afterAll(() => {
  mirror.close()
  rmSync(folder, { recursive: true, force: true })
})

type Ran = { code: number; stdout: string; stderr: string }

async function runWith(more: Record<string, string>, ...args: string[]): Promise<Ran> {
  const env = { ...process.env, DATA_DIR: folder, HF_ENDPOINT: endpoint, MODEL_ENDPOINT: '', MODEL: '', ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/model.ts', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

const run = (...args: string[]) => runWith({}, ...args)

it('fetches a model from a mirror, checks it and says how to start with it', async () => {
  const { code, stdout } = await run('pull', 'hf:shop/tiny/tiny.gguf')
  expect(code).toBe(0)
  expect(readFileSync(path.join(folder, 'models/tiny.gguf')).equals(model)).toBe(true)
  expect(stdout).toContain('as published')
  expect(stdout).toMatch(/MODEL=.*tiny\.gguf npm start/)
})

it('follows redirects, and goes on where the connection was cut, as often as it is', async () => {
  served.redirects = true
  served.cutAfter = [1_000_000, 2_000_000, 500_000]
  const { code, stdout } = await run('pull', 'hf:shop/tiny/tiny.gguf')
  expect(code).toBe(0)
  expect(stdout).toContain('as published')
  expect(readFileSync(target).equals(model)).toBe(true)
  const ranges = asked.filter(({ url }) => url.startsWith('GET /cdn')).map(({ range }) => range)
  // How much of what was sent before a cut has arrived is the network's affair; that it is not asked for again is ours.
  expect(ranges[0]).toBeUndefined()
  const starts = ranges.slice(1).map((range) => Number(/\d+/.exec(range ?? '')?.[0]))
  expect(starts.length).toBeGreaterThan(0)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})

it('takes up what an earlier run has left, and starts again where the server knows no ranges', async () => {
  mkdirSync(path.join(folder, 'models'), { recursive: true })
  writeFileSync(`${target}.part`, model.subarray(0, 3_000_000))
  expect((await run('pull', 'hf:shop/tiny/tiny.gguf')).code).toBe(0)
  expect(asked.find(({ url }) => url === `GET ${FILE}`)?.range).toBe('bytes=3000000-')
  expect(readFileSync(target).equals(model)).toBe(true)
  expect(existsSync(`${target}.part`)).toBe(false)

  rmSync(target)
  writeFileSync(`${target}.part`, model.subarray(0, 3_000_000))
  served.hasRanges = false
  expect((await run('pull', 'hf:shop/tiny/tiny.gguf')).code).toBe(0)
  expect(readFileSync(target).equals(model)).toBe(true)
})

it('does not fetch again what is here', async () => {
  expect((await run('pull', 'hf:shop/tiny/tiny.gguf')).code).toBe(0)
  asked.length = 0
  expect((await run('pull', 'hf:shop/tiny/tiny.gguf')).code).toBe(0)
  expect(asked.filter(({ url }) => url.startsWith('GET'))).toEqual([])
})

it('fetches again what is here and is not what was published, though it has its size', async () => {
  mkdirSync(path.join(folder, 'models'), { recursive: true })
  const damaged = Buffer.from(model)
  damaged.fill(0, damaged.length - 1_000)
  writeFileSync(target, damaged)
  const { code, stdout } = await run('pull', 'hf:shop/tiny/tiny.gguf')
  expect([code, stdout]).toEqual([0, expect.stringContaining('as published')])
  expect(readFileSync(target).equals(model)).toBe(true)
})

it('finds the file of a quantisation in the list of the repository', async () => {
  const { code, stdout } = await run('pull', 'hf:shop/tiny:q4_k_m')
  expect(code).toBe(0)
  expect(stdout).toMatch(/tiny-Q4_K_M\.gguf .*as published/)
})

it('takes ModelScope in place of Hugging Face', async () => {
  const { code, stdout } = await runWith({ MODEL_SOURCE: 'modelscope', MODELSCOPE_ENDPOINT: endpoint }, 'pull', 'hf:shop/tiny/tiny.gguf')
  expect(code).toBe(0)
  expect(stdout).toContain('as published')
  expect(asked.some(({ url }) => url.startsWith('GET /models/shop/tiny/resolve/master/tiny.gguf'))).toBe(true)
})

it('lists what it knows, with what each needs beside what is present', async () => {
  const { code, stdout } = await run('list')
  expect(code).toBe(0)
  for (const name of [
    'qwen3-4b-instruct-2507',
    'qwen3-8b',
    'qwen2.5-7b-instruct',
    'qwen2.5-3b-instruct',
    'qwen3-0.6b',
    'qwen3-embedding-0.6b',
    'qwen3-reranker-0.6b',
  ])
    expect(stdout).toContain(name)
  expect(stdout).toMatch(/\d GB of (RAM|GPU) are present/)
})

it('pulls the file of a model that fits, and none when none does', async () => {
  const { code, stdout, stderr } = await run('pull', 'qwen3-0.6b', '--quant', 'q4_k_m')
  expect([code, stderr]).toEqual([0, expect.stringContaining('needs')])
  expect(stdout).toContain('Qwen3-0.6B-Q4_K_M.gguf')
  expect(asked.some(({ url }) => url.endsWith('/unsloth/Qwen3-0.6B-GGUF/resolve/main/Qwen3-0.6B-Q4_K_M.gguf'))).toBe(true)
  const refused = await runWith({ WORKER_SLOTS: '64', WORKER_CONTEXT: '1048576' }, 'pull', 'qwen3-8b')
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/needs at least \d+.* GB and \d+.* GB of (RAM|GPU) are present/)
})

it('chooses the model of the next start, and the bundled one again', async () => {
  mkdirSync(path.join(folder, 'models'), { recursive: true })
  writeFileSync(target, model)
  expect((await run('use', 'nothing.gguf')).code).toBe(1)
  const { code, stdout } = await run('use', 'tiny.gguf')
  expect([code, stdout]).toEqual([0, expect.stringContaining('next npm start takes')])
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('MODEL', '')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(readSettings([]).MODEL).toBe(target)
  // The worker inherits it; and what the environment says goes before it.
  expect(process.env.MODEL).toBe(target)
  vi.stubEnv('MODEL', '/other.gguf')
  expect(readSettings([]).MODEL).toBe('/other.gguf')

  const shown = await run('info')
  expect(shown.stdout).toMatch(/replies: tiny\n.*tiny\.gguf +23\.\d MB\n.*qwen3, 12 layers[\s\S]*needs/)
  expect((await runWith({ MODEL: '/other.gguf' }, 'use', 'tiny.gguf')).stdout).toContain('MODEL is set')
  expect((await run('use', 'pocket')).code).toBe(0)
  vi.stubEnv('MODEL', '')
  expect(readSettings([]).MODEL).toBeUndefined()
}, 60_000)

it('removes what is not what was published', async () => {
  served.hash = '0'.repeat(64)
  const { code, stderr } = await run('pull', 'hf:shop/tiny/tiny.gguf')
  expect(code).toBe(1)
  expect(stderr).toContain('SHA-256')
  expect(existsSync(path.join(folder, 'models/tiny.gguf'))).toBe(false)
})

it('removes what is not a model', async () => {
  served.body = Buffer.alloc(100_000, 'no model')
  served.hash = ''
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
