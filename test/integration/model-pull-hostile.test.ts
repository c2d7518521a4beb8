import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { TINY, writeModel } from '@/bench/support/write-model'
import { bundledModelPath } from '@/worker/bundled-model'
import { pullModel } from '../../scripts/lib/pull-model'

// Servers that do not keep to the hub's protocol, or to any; and what is typed wrong.

const folder = mkdtempSync(path.join(tmpdir(), 'deskhand-hostile-'))
const models = path.join(folder, 'models')
const tiny = path.join(folder, 'tiny.gguf')
let model: Buffer
beforeAll(async () => {
  await writeModel(tiny, { ...TINY, kind: 'chat', type: 'q8_0', seed: 1, name: 'tiny' })
  model = readFileSync(tiny)
})
beforeEach(() => rmSync(models, { recursive: true, force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

async function serve(answer: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer(answer).listen(0, host)
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

/** The hub at `endpoint`, for pulls within this process. */
function useHub(endpoint: string, more: Record<string, string> = {}): void {
  const env = { HF_ENDPOINT: endpoint, MODEL_ENDPOINT: '', MODEL_SOURCE: '', MODELSCOPE_ENDPOINT: '', HF_TOKEN: '', ...more }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  onTestFinished(() => void vi.unstubAllEnvs())
}

const pull = (uri: string) => pullModel(uri, models, () => {})
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const linked = (bytes: Buffer) => ({ 'x-linked-etag': `"${hashOf(bytes)}"`, 'x-linked-size': bytes.length })
const startOf = (request: IncomingMessage) => Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)

/** The rest of a file, as a server of files that knows ranges sends it. */
function sendFrom(request: IncomingMessage, response: ServerResponse, bytes: Buffer, headers: Record<string, string | number> = {}): void {
  const from = startOf(request)
  const range = from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}
  response.writeHead(from > 0 ? 206 : 200, { ...headers, ...range, 'content-length': bytes.length - from })
  response.end(request.method === 'HEAD' ? undefined : bytes.subarray(from))
}

describe('a part of an earlier try', () => {
  const put = (bytes: Buffer, version: string) => {
    mkdirSync(models, { recursive: true })
    writeFileSync(path.join(models, 'tiny.gguf.part'), bytes)
    writeFileSync(path.join(models, 'tiny.gguf.part.version'), version)
  }

  test('of a file that has changed since, with no checksum to tell, is not joined to the new one', async () => {
    const url = await serve((request, response) => sendFrom(request, response, model, { etag: '"new"' }))
    put(Buffer.alloc(100_000, 'old'), '"old"')
    const { file } = await pull(`${url}/tiny.gguf`)
    expect(readFileSync(file).equals(model)).toBe(true)
    expect(readdirSync(models)).toEqual(['tiny.gguf'])
  })

  test('of the same file is gone on with', async () => {
    const ranges: (string | undefined)[] = []
    const url = await serve((request, response) => {
      ranges.push(request.headers.range)
      sendFrom(request, response, model, { etag: '"same"' })
    })
    put(model.subarray(0, 100_000), '"same"')
    await pull(`${url}/tiny.gguf`)
    expect(ranges).toEqual(['bytes=100000-'])
  })

  test('is begun again where the server sends another range than it was asked for', async () => {
    const url = await serve((request, response) => {
      if (startOf(request) === 0) return sendFrom(request, response, model, { etag: '"a"' })
      const half = model.length >> 1
      const range = `bytes ${half}-${model.length - 1}/${model.length}`
      response.writeHead(206, { etag: '"a"', 'content-range': range, 'content-length': model.length - half }).end(model.subarray(half))
    })
    put(model.subarray(0, 100_000), '"a"')
    const { file } = await pull(`${url}/tiny.gguf`)
    expect(readFileSync(file).equals(model)).toBe(true)
  })
})

test('a second pull of a file that is being pulled says so, and harms nothing', async () => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const url = await serve(async (request, response) => {
    asked()
    await released
    sendFrom(request, response, model)
  })
  const first = pull(`${url}/tiny.gguf`)
  await isAsked
  await expect(pull(`${url}/tiny.gguf`)).rejects.toThrow(`is being downloaded already, by process ${process.pid}.`)
  release()
  expect(readFileSync((await first).file).equals(model)).toBe(true)
  expect(readdirSync(models)).toEqual(['tiny.gguf'])
})

test('a server that sends more than it named is left, and does not fill the disk', async () => {
  const url = await serve((request, response) => {
    response.writeHead(200, { 'x-linked-size': 1_000 })
    if (request.method === 'HEAD') return void response.end()
    // Without end.
    const more = () => void (response.destroyed || response.write(Buffer.alloc(65_536), more))
    more()
  })
  useHub(url)
  await expect(pull('hf:shop/tiny/tiny.gguf')).rejects.toThrow('sends more than the 1000 bytes that it named')
  expect(readdirSync(models)).not.toContain('tiny.gguf')
})

test('compressed bytes are not asked for, which would not be the file’s', async () => {
  const wanted: unknown[] = []
  const url = await serve((request, response) => {
    wanted.push(request.headers['accept-encoding'])
    sendFrom(request, response, model)
  })
  await pull(`${url}/tiny.gguf`)
  expect(wanted).toEqual(['identity'])
})

test('a token goes to the hub, and to no server that it sends to', async () => {
  const shown: [string, string | undefined][] = []
  const files = await serve((request, response) => {
    shown.push([`files ${request.method}`, request.headers.authorization])
    sendFrom(request, response, model)
  })
  const hub = await serve((request, response) => {
    shown.push([`hub ${request.method}`, request.headers.authorization])
    response.writeHead(302, { ...linked(model), location: `${files.replace('127.0.0.1', 'localhost')}/cdn` }).end()
  })
  useHub(hub, { HF_TOKEN: 'hf_secret' })
  await pull('hf:shop/tiny/tiny.gguf')
  await pull(`${files}/other.gguf`)
  expect(shown).toEqual([
    ['hub HEAD', 'Bearer hf_secret'],
    ['hub GET', 'Bearer hf_secret'],
    ['files GET', undefined],
    ['files GET', undefined],
  ])
})

test('a repository that was renamed is followed to its checksum', async () => {
  const url = await serve((request, response) => {
    if (request.url?.startsWith('/shop/old/')) return response.writeHead(307, { location: '/shop/new/resolve/main/tiny.gguf' }).end()
    sendFrom(request, response, model, linked(model))
  })
  useHub(url)
  expect(await pull('hf:shop/old/tiny.gguf')).toMatchObject({ isVerified: true })
})

test('a hub that sends round in circles is named', async () => {
  const url = await serve((_, response) => response.writeHead(307, { location: '/again' }).end())
  useHub(url)
  await expect(pull('hf:shop/tiny/tiny.gguf')).rejects.toThrow('sends from one address to the next without end')
})

test('the page of a file on the hub is as good as its name', async () => {
  const url = await serve((request, response) => {
    if (request.url !== '/shop/tiny/resolve/v2/sub/tiny.gguf') return response.writeHead(200).end('<html>')
    sendFrom(request, response, model, linked(model))
  })
  useHub(`${url}//`)
  for (const place of [
    `${url}/shop/tiny/blob/v2/sub/tiny.gguf`,
    `https://huggingface.co/shop/tiny/resolve/v2/sub/tiny.gguf?download=true`,
  ]) {
    rmSync(models, { recursive: true, force: true })
    expect(await pull(place)).toMatchObject({ file: path.join(models, 'tiny.gguf'), isVerified: true })
  }
})

describe('a model that was split', () => {
  const parts = ['tiny-q8_0-00001-of-00002.gguf', 'tiny-q8_0-00002-of-00002.gguf']

  test('is pulled whole by the name of one of its parts', async () => {
    const url = await serve((request, response) => sendFrom(request, response, model, linked(model)))
    useHub(url)
    const pulled = await pull(`hf:shop/tiny/${parts[1]}`)
    expect(pulled).toEqual({ file: path.join(models, parts[0] ?? ''), sizeBytes: 2 * model.length, isVerified: true })
    expect(readdirSync(models).sort()).toEqual(parts)
    rmSync(models, { recursive: true })
    await pull(`${url}/${parts[0]}`)
    expect(readdirSync(models).sort()).toEqual(parts)
  })

  const list = (names: string[]) => names.map((name) => ({ type: 'file', path: name, size: model.length, lfs: { oid: hashOf(model) } }))
  const hubOf = (names: string[]) =>
    serve((request, response) => {
      if (request.url?.startsWith('/api/')) return response.writeHead(200).end(JSON.stringify(list(names)))
      sendFrom(request, response, model, linked(model))
    })

  test('is left where the same model is there in one piece, and another model’s parts are not its own', async () => {
    useHub(await hubOf([...parts, 'tiny-q8_0.gguf']))
    await pull('hf:shop/tiny:Q8_0')
    expect(readdirSync(models)).toEqual(['tiny-q8_0.gguf'])
    rmSync(models, { recursive: true })
    useHub(await hubOf([...parts, ...parts.map((name) => name.replace('tiny', 'zeta'))]))
    await pull('hf:shop/tiny:Q8_0')
    expect(readdirSync(models).sort()).toEqual(parts)
  })

  test('and lacks a part is not begun', async () => {
    useHub(await hubOf(parts.slice(0, 1)))
    await expect(pull('hf:shop/tiny:Q8_0')).rejects.toThrow(`${parts[1]} is missing`)
    expect(readdirSync(models)).toEqual([])
  })
})

test('a disk that is full is named, and no mirror is offered', async () => {
  const url = await serve((request, response) => sendFrom(request, response, model))
  mkdirSync(models, { recursive: true })
  symlinkSync('/dev/full', path.join(models, 'tiny.gguf.part'))
  const error = await pull(`${url}/tiny.gguf`).catch((reason: Error) => reason)
  expect(String(error)).toMatch(/cannot be stored: ENOSPC/)
  expect(String(error)).not.toContain('mirror')
})

test.each(['hf-mirror.com', 'ftp://mirror.example', 'https://'])('HF_ENDPOINT=%s is named as the mistake', async (endpoint) => {
  useHub(endpoint)
  await expect(pull('hf:shop/tiny/tiny.gguf')).rejects.toThrow('HF_ENDPOINT must be an address that begins with https://')
})

test.each([
  'https://127.0.0.1:9/..%2f..%2fx.txt',
  'https://127.0.0.1:9/a/%2e%2e/',
  'https://127.0.0.1:9/x.gguf/..',
  'hf:shop',
  'hf:',
  'hf:a/b/c',
])('%s names no model, and no file outside of the folder', async (uri) => {
  useHub('http://127.0.0.1:9')
  await expect(pull(uri)).rejects.toThrow('cannot be downloaded')
  expect(readdirSync(models)).toEqual([])
  expect(existsSync(path.join(folder, 'x.gguf'))).toBe(false)
})

describe('the command', () => {
  type Ran = { code: number; stdout: string; stderr: string }
  const run = (...args: string[]) =>
    new Promise<Ran>((resolve) => {
      const env = { ...process.env, DATA_DIR: folder, MODEL: '', EMBEDDING_MODEL: '', RERANK_MODEL: '' }
      execFile(process.execPath, ['--import', 'tsx', 'scripts/model.ts', ...args], { env, timeout: 120_000 }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
      })
    })
  const chosen = path.join(folder, 'models.json')
  beforeEach(() => rmSync(chosen, { force: true }))

  test('refuses a quantisation where it would mean nothing', async () => {
    for (const args of [['list'], ['use', 'pocket'], ['pull', 'hf:a/b/c.gguf'], ['pull', 'hf:a/b:Q8_0'], ['pull', 'https://a/b.gguf']]) {
      const { code, stderr } = await run(...args, '--quant', 'Q4_K_M')
      expect([args, code, stderr]).toEqual([args, 2, expect.stringMatching(/^--quant goes with [\s\S]*usage: /)])
    }
  })

  test('says of a damaged, cut or foreign file what it is, and chooses none', async () => {
    const damaged = Buffer.from(model)
    damaged.write('\xff\xff\xff\xff', damaged.indexOf('tokenizer.ggml.merges') + 'tokenizer.ggml.merges'.length + 12, 'latin1')
    writeFileSync(path.join(folder, 'damaged.gguf'), damaged)
    writeFileSync(path.join(folder, 'cut.gguf'), model.subarray(0, 5_000))
    writeFileSync(path.join(folder, 'none.gguf'), '')
    writeFileSync(path.join(folder, 'text.gguf'), 'I am no model. '.repeat(100))
    mkdirSync(path.join(folder, 'folder.gguf'), { recursive: true })
    const reasons = {
      damaged: 'it is damaged or incomplete.',
      cut: 'it is damaged or incomplete.',
      none: 'it is no GGUF of version 2 or 3.',
      text: 'it is no GGUF of version 2 or 3.',
      folder: 'it is a folder.',
    }
    for (const [name, reason] of Object.entries(reasons)) {
      const { code, stderr } = await run('use', path.join(folder, `${name}.gguf`))
      expect([code, stderr]).toEqual([1, expect.stringContaining(`${name}.gguf cannot be used: ${reason}`)])
    }
    expect(existsSync(chosen)).toBe(false)
  })

  test('shows what it can when the chosen model is damaged or gone, and chooses again over a choice that cannot be read', async () => {
    const file = path.join(folder, 'later.gguf')
    writeFileSync(file, model)
    expect((await run('use', file)).code).toBe(0)
    truncateSync(file, 5_000)
    const shown = await run('info')
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringMatching(/later\.gguf cannot be used: it is damaged[\s\S]* are present/)])
    rmSync(file)
    expect((await run('info')).stdout).toContain('later.gguf is not there.')
    writeFileSync(chosen, '{"chat":')
    expect((await run('info')).stderr).toContain('or choose again with npm run model -- use NAME')
    expect((await run('use', 'pocket')).code).toBe(0)
    expect(JSON.parse(readFileSync(chosen, 'utf8'))).toEqual({})
  })

  test('knows a model of meaning by what it is, whatever its name', async () => {
    for (const [kind, choice] of [
      ['embedding', 'embedding'],
      ['reranker', 'rerank'],
    ] as const) {
      const file = path.join(folder, 'a.gguf')
      await writeModel(file, { ...TINY, kind, type: 'q8_0', seed: 1, name: 'a' })
      expect((await run('use', file)).code).toBe(0)
      expect(JSON.parse(readFileSync(chosen, 'utf8'))).toHaveProperty(choice, file)
    }
  })
})

test('the bundled model is as whole as any', async () => {
  const url = await serve((request, response) => sendFrom(request, response, readFileSync(bundledModelPath())))
  expect(await pull(`${url}/pocket.gguf`)).toMatchObject({ isVerified: false })
})
