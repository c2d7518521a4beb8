import { describe, expect, test } from 'vitest'
import type { EngineRequest } from '@/worker/engine'
import type { DecodeRow, RowResult, Sampling } from '@/worker/engine/decoder'
import { engineOn, FakeDecoder } from './fake-decoder'

/**
 * A decoder that rounds as no machine does: what it draws depends on the shape in which every token before was computed,
 * and on all that was computed with it.
 */
class RoundingDecoder extends FakeDecoder {
  readonly #shapes: string[][] = Array.from({ length: this.sequences }, () => [])
  readonly #samplings: Sampling[] = []
  interruptions = 0

  override async decode(rows: DecodeRow[]): Promise<RowResult[]> {
    this.batches.push(rows)
    this.before()
    await new Promise((resolve) => setImmediate(resolve))
    const common = rows.filter(({ isApart }) => !isApart).map(({ sequence, tokens }) => `${sequence}:${tokens.length}`)
    return rows.map((row) => this.#row(row, row.isApart ? `${row.tokens.length}` : common.join()))
  }

  #row({ sequence, position, tokens, draws }: DecodeRow, shape: string): RowResult {
    const stored = this.stored[sequence] as number[]
    const shapes = this.#shapes[sequence] as string[]
    expect(stored).toHaveLength(position)
    for (const [index, token] of tokens.entries()) {
      stored.push(token)
      shapes.push(`${shape}@${index}`)
    }
    expect(stored.length).toBeLessThanOrEqual(this.contextSize)
    const drawn: RowResult['drawn'] = []
    for (let at = tokens.length - draws + 1; at <= tokens.length; at++) {
      const seen = `${this.#samplings[sequence]?.seed} ${stored.slice(0, position + at)} ${shapes.slice(0, position + at)}`
      // Few different tokens, so that the text repeats itself and there is something to guess.
      drawn.push({ token: 97 + (hash(seen) % 5 === 0 ? 1 : 0) })
      if (drawn.at(-1)?.token !== tokens[at]) break
    }
    return { drawn }
  }

  override setSampling(sequence: number, sampling: Sampling, drawn: number[]) {
    if (drawn.length > 0) this.interruptions += 1
    this.#samplings[sequence] = sampling
  }

  override async keepPrefix(sequence: number, length: number) {
    this.#shapes[sequence]?.splice(length)
    return super.keepPrefix(sequence, length)
  }

  override async copySequence(target: number, source: number) {
    this.#shapes[target] = [...(this.#shapes[source] ?? [])]
    return super.copySequence(target, source)
  }
}

function hash(text: string): number {
  let state = 2_166_136_261
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 16_777_619)
  return (state ^ (state >>> 15)) >>> 0
}

function makeRounding(slots: number) {
  const decoder = new RoundingDecoder(slots)
  const { engine, ask } = engineOn(decoder, { queueCapacity: 100 })
  return { engine, decoder, ask: (text: string, more: Partial<EngineRequest> = {}) => ask(text, { maxTokens: 40, ...more }) }
}

const RULES = 'the rules of the shop, '.repeat(5)
const QUESTIONS = [`${RULES}one`, `${RULES}two, and some more of it`, RULES, 'x', `${RULES.slice(0, 60)}?`, 'y'.repeat(90)]

describe('a request with a seed', () => {
  test.each([1, 2, 4])('has the text it has alone also in a crowd on %i slots, with guesses, after interruptions', async (slots) => {
    const alone: string[] = []
    for (const [seed, text] of QUESTIONS.entries()) alone.push((await makeRounding(1).ask(text, { seed })).text)
    expect(new Set(alone).size).toBe(QUESTIONS.length)

    const { ask, decoder, engine } = makeRounding(slots)
    // People who come now and then take the slots of drafts.
    const people: Promise<unknown>[] = []
    decoder.before = () => {
      if (decoder.batches.length % 15 === 7 && people.length < 80) people.push(ask(`${RULES}person ${people.length}`, { maxTokens: 6 }))
    }
    for (const priority of ['interactive', 'background', 'background'] as const) {
      const crowd = QUESTIONS.map((text) => ask(`${text} beside`, { priority, maxTokens: 25 }))
      const exact = await Promise.all(QUESTIONS.map((text, seed) => ask(text, { seed, priority })))
      expect(exact.map(({ text }) => text)).toEqual(alone)
      await Promise.all(crowd)
    }
    await Promise.all(people)
    const { acceptedTokens, cachedTokens } = engine.counts()
    expect(acceptedTokens).toBeGreaterThan(20)
    expect(cachedTokens).toBeGreaterThan(500)
    expect(decoder.interruptions).toBeGreaterThan(1)
    expect(decoder.copies.length > 0).toBe(slots > 1)
  })

  test('is computed by itself, one such a round, so that others go on as fast as without it', async () => {
    const { ask, decoder } = makeRounding(4)
    await Promise.all([ask('a'), ask('b'), ask('c', { seed: 1 }), ask('d', { seed: 2 })])
    const rounds = decoder.batches.filter((rows) => rows.some(({ isApart }) => !isApart))
    expect(rounds.length).toBeGreaterThan(5)
    expect(Math.max(...decoder.batches.map((rows) => rows.filter(({ isApart }) => isApart).length))).toBe(1)
    expect(rounds.slice(2).every((rows) => rows.filter(({ isApart }) => !isApart).length > 0)).toBe(true)
  })

  test('takes over what another one with a seed has computed, piece by piece, and nothing that was computed in company', async () => {
    const { ask } = makeRounding(2)
    const cached = async (text: string, more = {}) => (await ask(text, { maxTokens: 1, ...more })).cachedTokens
    expect(await cached(`${RULES}one`)).toBe(0)
    expect(await cached(`${RULES}two`, { seed: 1 })).toBe(0)
    // Half of the fake decoder's batch of 64.
    expect((await cached(`${RULES}three`, { seed: 2 })) % 32).toBe(0)
    expect(await cached(`${RULES}four`, { seed: 3 })).toBe(96)
  })
})
