import { describe, expect, test } from 'vitest'
import { codeOf, END, makeEngine } from './fake-decoder'

describe('drafts made ahead', () => {
  test('give up their slot to somebody who waits, and go on later as if nothing had been', async () => {
    const { ask, decoder } = makeEngine({ slots: 1 })
    decoder.replyLength = 20
    const pieces: string[] = []
    const order: string[] = []
    let agent: Promise<unknown> | null = null
    decoder.before = () => {
      if (decoder.batches.length === 8) agent = ask('agent', { maxTokens: 3 }).then(() => order.push('agent'))
    }
    const draft = ask('draft', { priority: 'background', onText: (piece) => pieces.push(piece) }).then((reply) => {
      order.push('draft')
      return reply
    })
    expect(await draft).toMatchObject({ text: 'abcdefghijklmnopqrst', finishReason: 'stop', completionTokens: 20, cachedTokens: 0 })
    await agent
    expect(order).toEqual(['agent', 'draft'])
    expect(pieces.join('')).toBe('abcdefghijklmnopqrst')
    // What it had drawn goes with it, because penalties and seeds depend on it.
    const [first, , resumed] = decoder.samplings
    expect(resumed?.[1]).toBe(first?.[1])
    expect(String.fromCharCode(...(resumed?.[2] ?? []))).toBe('abcdefgh')
  })

  test('are computed in every fourth round while somebody waits for a reply, and in every round otherwise', async () => {
    const { ask, decoder } = makeEngine({ slots: 2 })
    decoder.replyLength = 40
    const draft = ask('draft', { priority: 'background' })
    const agent = ask('agent', { maxTokens: 30 })
    await agent
    const during = decoder.batches.length
    const shared = decoder.batches.filter((rows) => rows.length === 2).length
    expect(shared).toBeGreaterThan(during / 6)
    expect(shared).toBeLessThan(during / 3)
    expect((await draft).completionTokens).toBe(40)
    expect(decoder.batches.slice(during).every((rows) => rows.length === 1)).toBe(true)
  })

  /** Two drafts while somebody always waits for each slot; each round takes 100 ms of an invented clock. */
  async function amongPeople(slots: number) {
    let clock = 0
    const { ask, decoder } = makeEngine({ slots, queueCapacity: 50, now: () => clock })
    decoder.replyLength = 30
    let isDone = false
    let asked = 0
    let finished = 0
    let longest = 0
    const people: Promise<unknown>[] = []
    decoder.before = () => {
      clock += 100
      while (!isDone && asked - finished <= slots) {
        asked += 1
        const since = clock
        const person = ask(`agent ${asked}`, { maxTokens: 5 }).then(() => {
          finished += 1
          longest = Math.max(longest, clock - since)
        })
        people.push(person)
      }
    }
    const at: number[] = []
    const drafts = [1, 2].map((n) =>
      ask(`draft ${n}`, { priority: 'background' }).then((reply) => {
        at.push(clock)
        return reply
      }),
    )
    expect((await Promise.all(drafts)).map(({ text, completionTokens }) => [text.slice(0, 3), completionTokens])).toEqual([
      ['abc', 30],
      ['abc', 30],
    ])
    isDone = true
    await Promise.all(people)
    const [first = 0, second = 0] = at
    return { first, second, longest }
  }

  test('come to an end although people never pause', async () => {
    const { first, second } = await amongPeople(2)
    // The second may not follow on the heels of the first: people had the slot for ten seconds in between.
    expect(first).toBeGreaterThan(10_000)
    expect(first).toBeLessThan(16_000)
    expect(second - first).toBeGreaterThan(10_000)
    expect(second - first).toBeLessThan(16_000)
  })

  test('have the only slot for a short while at a time, so that nobody waits for a whole draft', async () => {
    const { first, second, longest } = await amongPeople(1)
    // Two turns for thirty tokens.
    expect(first).toBeGreaterThan(20_000)
    expect(second).toBeLessThan(60_000)
    // One before, a turn of sixteen tokens and a prompt, and their own.
    expect(longest).toBeLessThan(3_500)
  })

  test('are not waited for when they read a prefix that somebody could share', async () => {
    const { ask, decoder } = makeEngine({ slots: 2 })
    const rules = 'rules '.repeat(40)
    let agent: Promise<unknown> | null = null
    decoder.before = () => {
      if (decoder.batches.length === 1) agent = ask(`${rules}agent`, { maxTokens: 1 })
    }
    await ask(`${rules}draft`, { priority: 'background' })
    await agent
    expect(decoder.batches[1]?.map(({ sequence }) => sequence)).toEqual([1])
  })

  test('that are aborted while they are interrupted are gone', async () => {
    const { ask, decoder, engine } = makeEngine({ slots: 1 })
    decoder.replyLength = 20
    const hangUp = new AbortController()
    decoder.before = () => {
      if (decoder.batches.length === 4) void ask('agent')
      if (decoder.batches.length === 6) hangUp.abort()
    }
    expect(await codeOf(ask('draft', { priority: 'background', signal: hangUp.signal }))).toBe('aborted')
    expect(engine.load()).toMatchObject({ busySlots: 1, waiting: 0 })
  })
})

describe('a deadline', () => {
  function measured() {
    let clock = 0
    const made = makeEngine({ slots: 1, now: () => clock })
    made.decoder.before = () => {
      clock += 100
    }
    return made
  }

  test('that cannot be kept is refused at once with the wait that is expected', async () => {
    const { ask, engine } = measured()
    await ask('one')
    expect(engine.load().estimatedWaitMs).toBe(0)
    const taken = ask('two')
    await new Promise((resolve) => setImmediate(resolve))
    const { estimatedWaitMs } = engine.load()
    // Five tokens of 100 ms each, and its prompt.
    expect(estimatedWaitMs).toBeGreaterThanOrEqual(400)
    expect(estimatedWaitMs).toBeLessThan(900)
    expect(() => ask('three', { startWithinMs: 200 })).toThrow(
      expect.objectContaining({ code: 'cannot_start_in_time', details: { waitMs: estimatedWaitMs } }),
    )
    const patient = ask('four', { startWithinMs: 2_000 })
    expect(engine.load().estimatedWaitMs).toBeGreaterThan(estimatedWaitMs + 400)
    expect((await patient).text).toBe('abcde')
    await taken
  })

  test('that was not kept after all is told as soon as it has passed', async () => {
    const { ask } = measured()
    const long = ask('one', { maxTokens: 5 })
    // Nothing is measured yet, so it is taken.
    expect(await codeOf(ask('two', { startWithinMs: 250 }))).toBe('cannot_start_in_time')
    await long
  })

  test('does not mind drafts, which give way', async () => {
    const { ask } = measured()
    await ask('one')
    const draft = ask('draft', { priority: 'background' })
    await new Promise((resolve) => setImmediate(resolve))
    expect((await ask('two', { startWithinMs: 150 })).text).toBe('abcde')
    await draft
  })
})

describe('the end of a reply within a batch of guesses', () => {
  test('is where it would be without them', async () => {
    const { ask, decoder, engine } = makeEngine({ slots: 1 })
    const text = 'the quick brown fox jumps over the lazy dog. '
    const stored = Buffer.from(text)
    decoder.next = (written) => stored[written] ?? END
    const whole = await ask(`say: ${text}`)
    expect(whole).toMatchObject({ text, finishReason: 'stop', completionTokens: text.length })
    const { draftedTokens, acceptedTokens } = engine.counts()
    expect(acceptedTokens).toBeGreaterThan(25)
    expect(acceptedTokens / draftedTokens).toBeGreaterThan(0.6)
    expect(decoder.batches.length).toBeLessThan(25)
    const steps: number[] = []
    await ask(`say: ${text}`, { onStep: (tokens) => steps.push(tokens) })
    expect(steps.reduce((sum, tokens) => sum + tokens, 0)).toBe(text.length)
    expect(steps.length).toBeLessThan(25)
    expect(await ask(`say: ${text}`, { maxTokens: 17 })).toMatchObject({ text: text.slice(0, 17), finishReason: 'length' })
    expect(await ask(`say: ${text}`, { stop: ['jumps'] })).toMatchObject({ text: 'the quick brown fox ', finishReason: 'stop' })
  })
})
