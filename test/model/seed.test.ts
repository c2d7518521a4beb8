import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TINY, writeModel } from '@/bench/support/write-model'
import { bundledModelPath } from '@/worker/bundled-model'
import type { Engine, EngineReply, EngineRequest } from '@/worker/engine'
import { readEnv } from '@/worker/env'
import { loadEngine } from '@/worker/load-engine'
import { SYSTEM } from './pocket'

const RULE = '发货：现货商品在付款后48小时内发货，预售商品以商品页面标注的发货时间为准。'
// Beyond 512 places llama.cpp splits the sum over the cache of a row that is alone among its threads.
const LONG = RULE.repeat(9)
const TEXTS = [`${LONG}一号商品多久发货？`, `${LONG}二号商品多久发货？我很急。`, 'x']

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskhand-seed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The bundled model, or random weights of a type, whose kernels differ; wide enough for the repacked ones. */
async function modelOf(type: string): Promise<string> {
  if (type === 'pocket') return bundledModelPath()
  const modelPath = path.join(folder, `${type}.gguf`)
  const shape = { ...TINY, width: 256, heads: 4, kvHeads: 2, headDim: 64, ffn: 512, isTied: false }
  await writeModel(modelPath, { ...shape, kind: 'chat', type: type as 'f16', seed: 1, name: type })
  return modelPath
}

describe.each([
  ['pocket', 'addon'],
  ['q4_k_m', 'addon'],
  ['pocket', 'public'],
] as const)('on two threads, %s by way of the %s API', (type, via) => {
  let MODEL: string
  beforeAll(async () => {
    MODEL = await modelOf(type)
  })
  const load = (slots: number) =>
    loadEngine(readEnv({ MODEL, WORKER_THREADS: '2', WORKER_SLOTS: String(slots), WORKER_CONTEXT: '1024' }), { via })
  const end = async (engine: Engine) => {
    await engine.finish(0)
    await engine.free()
  }
  const ask = async (engine: Engine, user: string, more: Partial<EngineRequest> = {}): Promise<EngineReply> => {
    const messages = [
      { role: 'system' as const, text: SYSTEM.zh },
      { role: 'user' as const, text: user },
    ]
    const prompt = await engine.prepare({ messages }, { truncation: 'disabled' })
    return engine.submit({ prompt, priority: 'interactive', signal: new AbortController().signal, maxTokens: 8, ...more })
  }
  /** Text and, where they are told, the bits of every likelihood. */
  const bits = ({ text, logprobs }: EngineReply) => JSON.stringify([text, logprobs])
  const wishes = (seed: number): Partial<EngineRequest> => ({
    seed,
    // The first greedily: its seed asks for the same arithmetic, not for chance.
    temperature: seed === 0 ? 0 : 1,
    ...(via === 'addon' && { topLogprobs: 3 }),
  })

  test('the same seed gives the same bits alone, eight at once, from shared prefixes, beside guesses and after interruptions', async () => {
    const single = await load(1)
    const alone: string[] = []
    for (const [seed, user] of TEXTS.entries()) alone.push(bits(await ask(single, user, wishes(seed))))

    // A draft that gives way twice; each time its slot is overwritten.
    const people: Promise<unknown>[] = []
    let pieces = 0
    const draft = await ask(single, TEXTS[0] as string, {
      ...wishes(0),
      priority: 'background',
      onText: () => {
        pieces += 1
        if (pieces === 2 || pieces === 5) people.push(ask(single, `${pieces}`, { maxTokens: 2 }))
      },
    })
    expect(bits(draft)).toBe(alone[0])
    expect(people).toHaveLength(2)
    await Promise.all(people)
    expect(single.counts().cachedTokens).toBeGreaterThan(250)
    await end(single)

    const crowded = await load(8)
    const others = [0, 1].map((n) => ask(crowded, `${TEXTS[n]} `, { temperature: n, maxTokens: 20 }))
    const drafts = TEXTS.map((user, seed) => ask(crowded, user, { ...wishes(seed), priority: 'background' }))
    const exact = TEXTS.map((user, seed) => ask(crowded, user, wishes(seed)))
    expect((await Promise.all(exact)).map(bits)).toEqual(alone)
    expect((await Promise.all(drafts)).map(bits)).toEqual(alone)
    await Promise.all(others)
    await end(crowded)
    // On a machine with other work, two threads wait for each other at every step.
  }, 600_000)
})
