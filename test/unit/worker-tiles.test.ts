import { describe, expect, test } from 'vitest'
import { makeEngine } from './fake-decoder'

const TILE = 8

/** An engine whose decoder computes rows of eight and more in another way; every row is noted with its place. */
function makeTiled(slots = 2) {
  const made = makeEngine({ slots, queueCapacity: 20 })
  made.decoder.tileRows = TILE
  /** How each place of each prompt was computed, by the text that led to it. */
  const ways = new Map<string, Set<boolean>>()
  const own = made.decoder.decode.bind(made.decoder)
  made.decoder.decode = async (rows) => {
    const before = rows.map(({ sequence }) => [...(made.decoder.stored[sequence] ?? [])])
    for (const [index, { tokens }] of rows.entries()) {
      for (let at = 0; at < tokens.length; at++) {
        const text = [...(before[index] ?? []), ...tokens.slice(0, at + 1)].join()
        ways.set(text, (ways.get(text) ?? new Set()).add(tokens.length >= TILE))
      }
    }
    return own(rows)
  }
  return { ...made, ways }
}

describe('whatever else goes on', () => {
  test('each place of a prompt is computed in the same way', async () => {
    const { ask, decoder, ways } = makeTiled(3)
    decoder.replyLength = 12
    const rules = 'rules of the shop, '.repeat(6)
    const texts = [`${rules}one`, `${rules}two, and more of it`, rules, `${rules}one`, 'x', `${rules.slice(0, 40)}?`]
    for (const text of texts) await ask(text)
    await Promise.all(texts.map((text, index) => ask(text, { priority: index % 2 ? 'background' : 'interactive' })))
    await Promise.all([...texts, ...texts].map((text) => ask(text, { maxTokens: 1 + (text.length % 7) })))
    expect([...ways.values()].filter((seen) => seen.size > 1)).toEqual([])
    expect(ways.size).toBeGreaterThan(200)
    expect(decoder.copies.length).toBeGreaterThan(0)
  })

  test('a reply is computed row by row, also when it goes on after an interruption', async () => {
    const { ask, decoder } = makeTiled(1)
    decoder.replyLength = 30
    decoder.before = () => {
      if (decoder.batches.length === 25) void ask('somebody who waits', { maxTokens: 2 })
    }
    expect(await ask('a draft made ahead', { priority: 'background' })).toMatchObject({ completionTokens: 30 })
    const resumed = decoder.batches.findLastIndex((rows) => rows.some(({ tokens }) => tokens.length >= TILE))
    expect(resumed).toBeGreaterThan(25)
    const replay = decoder.batches.slice(resumed + 1).flat()
    expect(Math.max(...replay.map(({ tokens }) => tokens.length))).toBe(TILE - 1)
  })

  test('a prompt shorter than a tile is read afresh, a longer one from its last tile on', async () => {
    const { engine } = makeTiled(1)
    const cached: number[] = []
    for (const length of [6, 6, 30, 30, 12]) {
      const tokens = Array.from({ length }, (_, index) => 60 + index)
      const request = { prompt: { tokens, droppedMessages: 0 }, priority: 'interactive', maxTokens: 1 } as const
      cached.push((await engine.submit({ ...request, signal: new AbortController().signal })).cachedTokens)
    }
    expect(cached).toEqual([0, 0, 0, 22, 4])
  })
})
