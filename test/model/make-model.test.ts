import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ModelToWrite, TINY, writeModel } from '@/bench/support/write-model'
import { readEnv } from '@/worker/env'
import { loadEngine } from '@/worker/load-engine'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'made-model-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function make(name: string, more: Partial<ModelToWrite> = {}): Promise<string> {
  const file = path.join(folder, `${name}.gguf`)
  await writeModel(file, { ...TINY, kind: 'chat', type: 'f16', seed: 1, name, ...more })
  return file
}

const hash = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

describe('a model made of random weights', () => {
  test.each([
    ['f16', {}, 'F16'],
    ['q8_0', {}, 'Q8_0'],
    ['q4_0', { width: 256, heads: 4 }, 'Q4_0'],
    ['q4_k_m', { width: 256, heads: 8, ffn: 256, layers: 8 }, 'Q4_K_M'],
    ['q8_0', { architecture: 'qwen2', isTied: false }, 'Q8_0'],
    ['q4_0', { vocabulary: 20_000 }, 'Q4_0'],
  ] as const)('in %s with %j is loaded by the worker and writes to its limit', async (type, shape, quantization) => {
    const engine = await loadEngine(
      readEnv({
        MODEL: await make('chat', { type, ...shape }),
        WORKER_GPU: 'cpu',
        WORKER_THREADS: '1',
        WORKER_CONTEXT: '512',
        WORKER_SLOTS: '1',
      }),
    )
    try {
      expect(engine.model.quantization).toBe(quantization)
      const messages = [{ role: 'user' as const, text: '我的耳机什么时候发货？' }]
      const reply = await engine.submit({
        prompt: await engine.prepare({ messages }, { truncation: 'disabled' }),
        temperature: 0,
        maxTokens: 40,
        priority: 'interactive',
        signal: new AbortController().signal,
      })
      expect(reply).toMatchObject({ finishReason: 'length', completionTokens: 40 })
      expect(reply.text).not.toBe('')
    } finally {
      await engine.finish(0)
      await engine.free()
    }
  })

  test('that recites says one text, and the words of it that it is given are guessed right', async () => {
    const MODEL = await make('recites', { type: 'q4_0', width: 256, heads: 4, recites: true })
    const engine = await loadEngine(readEnv({ MODEL, WORKER_GPU: 'cpu', WORKER_THREADS: '1', WORKER_CONTEXT: '512', WORKER_SLOTS: '1' }))
    const ask = async (text: string) => {
      const prompt = await engine.prepare({ messages: [{ role: 'user', text }] }, { truncation: 'disabled' })
      return engine.submit({ prompt, temperature: 0, maxTokens: 60, priority: 'interactive', signal: new AbortController().signal })
    }
    const { text } = await ask('Hello')
    const words = text.trim().split(' ')
    expect(new Set(words).size).toBe(60)
    expect(engine.counts().acceptedTokens).toBe(0)
    expect((await ask(`The rule: ${words.slice(10, 50).join(' ')}.`)).text).toBe(text)
    // All but the first three words of the quotation, and the last guess reaches beyond its end.
    expect(engine.counts().acceptedTokens).toBeGreaterThanOrEqual(30)
    await engine.finish(0)
    await engine.free()
  })

  test('has the same bytes for the same options', async () => {
    expect(await hash(await make('one'))).toBe(await hash(await make('other', { name: 'one' })))
    expect(await hash(await make('one'))).not.toBe(await hash(await make('one', { seed: 2 })))
  })
})
