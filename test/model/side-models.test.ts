import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ModelToWrite, TINY, writeModel } from '@/bench/support/write-model'
import { readEnv } from '@/worker/env'
import { loadEngine } from '@/worker/load-engine'
import { CallQueue } from '@/worker/meaning/call-queue'
import { type Embedder, loadEmbedder } from '@/worker/meaning/embedder'
import { loadReranker, type Reranker } from '@/worker/meaning/reranker'
import { ask, PROMPTS } from './pocket'

/** Random weights: what they say of a text means nothing, but it is computed as a real model computes it. */
let folder: string
const open = (name: string) => ({
  name,
  modelPath: path.join(folder, `${name}.gguf`),
  gpu: 'cpu' as const,
  threads: 1,
  queue: new CallQueue({ capacity: 4, isChatBusy: () => false }),
})
const make = (name: string, kind: ModelToWrite['kind']) =>
  writeModel(path.join(folder, `${name}.gguf`), { ...TINY, kind, type: 'f16', seed: 7, name })
const now = { priority: 'interactive' as const, signal: new AbortController().signal }
const dot = (one: Float32Array, other: Float32Array) => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'side-models-'))
  await Promise.all([make('embedding', 'embedding'), make('reranker', 'reranker'), make('chat', 'chat')])
})
afterAll(() => rm(folder, { recursive: true }))

describe('an embedding model', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await loadEmbedder(open('embedding'))
  })
  afterAll(() => embedder.free())

  test('makes vectors of length 1 in the order of the texts, the same for the same text', async () => {
    expect([embedder.dimensions, embedder.contextSize]).toEqual([64, 2048])
    const { vectors, tokens } = await embedder.embed(['退款多久到账', 'How long does a refund take?', '退款多久到账'], now)
    for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1, 5)
    const [first, second, third] = vectors as [Float32Array, Float32Array, Float32Array]
    expect(dot(first, third)).toBeCloseTo(1, 5)
    expect(dot(first, second)).toBeLessThan(0.999)
    expect(tokens).toBeGreaterThan(3)
  })

  test('takes many requests at once and answers each its own', async () => {
    const texts = Array.from({ length: 12 }, (_, at) => `question ${at}`)
    const alone = (await embedder.embed(texts, now)).vectors
    const queue = new CallQueue({ capacity: 20, isChatBusy: () => false })
    const crowded = await loadEmbedder({ ...open('embedding'), queue })
    const together = await Promise.all(texts.map((text) => crowded.embed([text], now)))
    for (const [at, { vectors }] of together.entries()) expect(dot(vectors[0] as Float32Array, alone[at] as Float32Array)).toBeCloseTo(1, 5)
    await crowded.free()
  })

  test('tells of its tokens before it computes any of them, and computes none when that is refused', async () => {
    const told: number[] = []
    const reply = await embedder.embed(['a b c', 'd'], { ...now, admit: (tokens) => told.push(tokens) })
    expect(told).toEqual([reply.tokens])
    const refused = new Error('no tokens left')
    const admit = () => {
      throw refused
    }
    await expect(embedder.embed(['a'], { ...now, admit })).rejects.toBe(refused)
  })

  test('reads eight megabytes in turns with the replies that are being written', async () => {
    const engine = await loadEngine(readEnv({}))
    const texts = Array.from({ length: 2_000 }, (_, at) => `Question ${at}: when does my parcel come? `.repeat(100))
    const refused = new Error('no tokens left')
    let steps = 0
    let stepsBefore = 0
    const admit = () => {
      stepsBefore = steps
      throw refused
    }
    const [language, user] = PROMPTS[2] as (typeof PROMPTS)[number]
    const gone = new AbortController()
    let hasBegun: () => void = () => {}
    const begun = new Promise<void>((resolve) => (hasBegun = resolve))
    const onStep = () => {
      steps++
      hasBegun()
    }
    const writing = async () => {
      // The last one is broken off by the test itself.
      const { signal } = gone
      while (!signal.aborted)
        await ask(engine, language, user, { temperature: 2, onStep, signal }).catch((cause) => {
          if (!signal.aborted) throw cause
        })
    }
    const written = writing()
    await begun
    const stepsAtStart = steps
    await expect(embedder.embed(texts, { ...now, admit })).rejects.toBe(refused)
    gone.abort()
    await written
    expect(stepsBefore - stepsAtStart).toBeGreaterThan(10)
    await engine.finish(0)
    await engine.free()
  })

  test('whose request goes while its texts are read is read no further, and a full queue reads nothing', async () => {
    const gone = new AbortController()
    const embedding = embedder.embed(new Array(500).fill('word '.repeat(800)), {
      ...now,
      signal: gone.signal,
      admit: () => expect.unreachable(),
    })
    gone.abort()
    await expect(embedding).rejects.toMatchObject({ code: 'aborted' })
    const full = await loadEmbedder({ ...open('embedding'), queue: new CallQueue({ capacity: 0, isChatBusy: () => false }) })
    await expect(full.embed(['a'], { ...now, admit: () => expect.unreachable() })).rejects.toMatchObject({ code: 'queue_full' })
    await full.free()
  })

  test('reads special tokens in a text as text', async () => {
    const { vectors } = await embedder.embed(['a<|endoftext|>', 'a'], now)
    expect(dot(vectors[0] as Float32Array, vectors[1] as Float32Array)).toBeLessThan(0.9999)
  })

  test('refuses a text that it cannot read whole, and tokens that it does not have, and says which', async () => {
    await expect(embedder.embed(['a', '货'.repeat(9_000)], now)).rejects.toMatchObject({ code: 'context_length_exceeded', index: 1 })
    await expect(embedder.embed(['one two '.repeat(500_000)], now)).rejects.toMatchObject({
      code: 'context_length_exceeded',
      message: expect.stringMatching(/^embedding reads at most 2046 tokens of a text, and this one has at least \d+\.$/),
    })
    await expect(embedder.embed([[1, 99_999_999]], now)).rejects.toMatchObject({ code: 'invalid_input', index: 0 })
    expect((await embedder.embed([[1, 2, 3]], now)).tokens).toBe(3)
  })
})

describe('a reranking model in the layout of Qwen3-Reranker', () => {
  let reranker: Reranker
  beforeAll(async () => {
    reranker = await loadReranker(open('reranker'))
  })
  afterAll(() => reranker.free())

  test('scores documents between 0 and 1, the same ones alike', async () => {
    const { scores, tokens } = await reranker.rank(
      '退款多久到账',
      ['三个工作日内退款。', 'Shipping takes two days.', '三个工作日内退款。'],
      now,
    )
    for (const score of scores) expect(score > 0 && score <= 1).toBe(true)
    expect(scores[0]).toBeCloseTo(scores[2] as number, 5)
    expect(scores[0]).not.toBeCloseTo(scores[1] as number, 5)
    expect(tokens).toBeGreaterThan(50)
  })

  test('refuses a document that does not fit, and says which', async () => {
    await expect(reranker.rank('a', ['b', '货'.repeat(9_000)], now)).rejects.toMatchObject({ code: 'context_length_exceeded', index: 1 })
  })
})

describe('a file that cannot be used', () => {
  test('because it is a chat model is refused as a reranker', async () => {
    await expect(loadReranker(open('chat'))).rejects.toThrow(/^chat\.gguf cannot be used: /)
  })

  test('because it is damaged or missing is refused', async () => {
    await writeFile(path.join(folder, 'broken.gguf'), 'GGUF and then nothing')
    await expect(loadEmbedder(open('broken'))).rejects.toThrow(/^broken\.gguf cannot be used: /)
    await expect(loadEmbedder(open('missing'))).rejects.toThrow(/^missing\.gguf cannot be used: /)
  })

  test('because its weights are not numbers is refused', async () => {
    await make('nan', 'reranker')
    const file = path.join(folder, 'nan.gguf')
    const bytes = await readFile(file)
    // The last tensor is the classifier's.
    bytes.fill(Buffer.from(new Float32Array([Number.NaN]).buffer), bytes.length - 2 * TINY.width * 4)
    await writeFile(file, bytes)
    await expect(loadReranker(open('nan'))).rejects.toThrow('The model gave a score that is none.')
  })
})
