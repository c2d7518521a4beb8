import { describe, expect, test } from 'vitest'
import type { EngineReply } from '@/worker/engine'
import { chooseSlot, type SlotState } from '@/worker/engine/choose-slot'
import { codeOf, makeEngine, PROMPT_FRAME } from './fake-decoder'

describe('the engine', () => {
  test('answers, counts and streams', async () => {
    const { ask } = makeEngine()
    const pieces: string[] = []
    const reply = await ask('Hello', { onText: (piece) => pieces.push(piece) })
    expect(reply).toEqual({ text: 'abcde', finishReason: 'stop', promptTokens: 5 + PROMPT_FRAME, cachedTokens: 0, completionTokens: 5 })
    expect(pieces).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('stops at max tokens, at a stop string and at the end of the context', async () => {
    const { ask, decoder } = makeEngine()
    decoder.replyLength = 1000
    expect(await ask('Hi', { maxTokens: 3 })).toMatchObject({ text: 'abc', finishReason: 'length', completionTokens: 3 })
    expect(await ask('Hi', { stop: ['de'] })).toMatchObject({ text: 'abc', finishReason: 'stop' })
    expect(await ask('Hi')).toMatchObject({ finishReason: 'length', completionTokens: 400 - 2 - PROMPT_FRAME })
  })

  test('tells of a reply that was given up how much of it there was', async () => {
    const { ask, decoder } = makeEngine()
    decoder.replyLength = 1000
    const gone = new AbortController()
    let pieces = 0
    const asked = ask('Hi', { signal: gone.signal, onText: () => ++pieces === 4 && gone.abort() })
    await expect(asked).rejects.toMatchObject({ code: 'aborted', writtenTokens: 4 })
  })

  test('ends at the mark that the request names', async () => {
    const { ask, decoder } = makeEngine()
    const marks: string[] = []
    decoder.next = (written) => [1005, 97, 1006, 98, 1005][written] ?? 99
    const reply = await ask('Hi', { endsAt: '/tool_call', onMark: (mark) => marks.push(mark) })
    expect([marks, reply]).toMatchObject([['tool_call', '/tool_call'], { text: 'a', finishReason: 'stop', completionTokens: 3 }])
  })

  test('refuses a prompt that fills the context, with both numbers', () => {
    const { ask } = makeEngine()
    const length = 400 - PROMPT_FRAME
    expect(() => ask('x'.repeat(length))).toThrow('holds 400 tokens, and the messages alone have 400.')
    expect(() => ask('x'.repeat(length - 1))).not.toThrow()
  })

  test('puts replies before prompts in every batch and never exceeds its size', async () => {
    const { ask, decoder } = makeEngine()
    let late: Promise<EngineReply> | null = null
    decoder.replyLength = 8
    decoder.before = () => {
      if (decoder.batches.length === 3) late = ask('y'.repeat(150))
    }
    await ask('first')
    await late
    const sizes = decoder.batches.map((rows) => rows.reduce((sum, row) => sum + row.tokens.length, 0))
    expect(Math.max(...sizes)).toBe(64)
    const mixed = decoder.batches.filter((rows) => rows.length === 2)
    expect(mixed.length).toBeGreaterThan(0)
    for (const [reply, prompt] of mixed) expect([reply?.tokens.length, (prompt?.tokens.length ?? 0) <= 63]).toEqual([1, true])
  })

  test('decodes replies of the same moment in common batches', async () => {
    const { ask, decoder } = makeEngine()
    const replies = await Promise.all([ask('Hello'), ask('World')])
    expect(replies.map((reply) => reply.text)).toEqual(['abcde', 'abcde'])
    expect(decoder.batches.every((rows) => rows.length === 2)).toBe(true)
  })

  test('refuses at once what does not fit in the queue, and takes requests again afterwards', async () => {
    const { ask, engine } = makeEngine({ slots: 1, queueCapacity: 1 })
    const taken = [ask('one'), ask('two')]
    expect(() => ask('three')).toThrow(expect.objectContaining({ code: 'queue_full' }))
    await Promise.all(taken)
    expect(engine.load()).toMatchObject({ slots: 1, busySlots: 0, waiting: 0, queueCapacity: 1 })
    expect((await ask('three')).text).toBe('abcde')
  })

  test('takes those who wait for a reply before drafts made ahead', async () => {
    const { ask } = makeEngine({ slots: 1 })
    const order: string[] = []
    const note = (name: string, priority: 'interactive' | 'background') => ask(name, { priority }).then(() => order.push(name))
    await Promise.all([
      note('draft 1', 'background'),
      note('draft 2', 'background'),
      note('agent 1', 'interactive'),
      note('agent 2', 'interactive'),
    ])
    expect(order).toEqual(['agent 1', 'agent 2', 'draft 1', 'draft 2'])
  })

  test('drops an aborted request from its slot, and the slot serves the next one', async () => {
    const { ask, engine, decoder } = makeEngine({ slots: 1 })
    decoder.replyLength = 300
    const hangUp = new AbortController()
    const gone = ask('one', { signal: hangUp.signal, onText: () => hangUp.abort() })
    const next = ask('two', { maxTokens: 2 })
    expect(await codeOf(gone)).toBe('aborted')
    expect((await next).text).toBe('ab')
    expect(decoder.batches.length).toBeLessThan(6)
    expect(engine.load()).toMatchObject({ busySlots: 0, waiting: 0 })
  })

  test('drops an aborted request from the queue at once', async () => {
    const { ask, engine, decoder } = makeEngine({ slots: 1 })
    const hangUp = new AbortController()
    const first = ask('one')
    const gone = ask('two', { signal: hangUp.signal })
    hangUp.abort()
    expect(engine.load().waiting).toBe(1)
    expect(await codeOf(gone)).toBe('aborted')
    await first
    expect(decoder.batches.flat().every((row) => row.position > 0 || row.tokens.includes('o'.charCodeAt(0)))).toBe(true)
  })

  test('a receiver that throws loses its own request and no other', async () => {
    const { ask } = makeEngine()
    const broken = ask('one', {
      onText: () => {
        throw new Error('broken pipe')
      },
    })
    const [code, fine] = await Promise.all([codeOf(broken), ask('two')])
    expect([code, fine.text]).toEqual(['aborted', 'abcde'])
  })

  test('survives a batch that fails', async () => {
    const { ask, decoder } = makeEngine()
    decoder.fail = true
    expect(await Promise.all([codeOf(ask('one')), codeOf(ask('two'))])).toEqual(['decode_failed', 'decode_failed'])
    decoder.fail = false
    expect(await ask('one')).toMatchObject({ text: 'abcde', cachedTokens: 0 })
  })

  test('does not compute again what a slot still holds', async () => {
    const { ask } = makeEngine({ slots: 1 })
    await ask(`${'rules '.repeat(20)}first`)
    const reply = await ask(`${'rules '.repeat(20)}second`)
    expect(reply).toMatchObject({ text: 'abcde', cachedTokens: 1 + 5 + 120 })
  })

  test('computes a prefix once for requests that come together', async () => {
    const { ask, decoder } = makeEngine({ slots: 3 })
    const shared = 'rules '.repeat(30)
    const replies = await Promise.all([ask(`${shared}1`), ask(`${shared}2`), ask(`${shared}3`)])
    // Of 186 shared tokens two batches of 64 are waited for; the rest is less than a copy is worth.
    expect(replies.map((reply) => reply.cachedTokens)).toEqual([0, 128, 128])
    expect(replies.map((reply) => reply.text)).toEqual(['abcde', 'abcde', 'abcde'])
    expect(decoder.copies).toEqual([
      [1, 0],
      [2, 0],
    ])
  })

  test('finishes what it has, takes nothing new and frees the model last', async () => {
    const { ask, engine, decoder } = makeEngine({ slots: 1 })
    const replies = [ask('one'), ask('two')]
    const finished = engine.finish(60_000)
    expect(() => ask('three')).toThrow(expect.objectContaining({ code: 'stopping' }))
    await finished
    expect((await Promise.all(replies)).map((reply) => reply.text)).toEqual(['abcde', 'abcde'])
    expect(decoder.isDisposed).toBe(false)
    await engine.free()
    expect(decoder.isDisposed).toBe(true)
  })

  test('aborts what is not finished at the deadline', async () => {
    const { ask, engine, decoder } = makeEngine({ slots: 1 })
    decoder.replyLength = Number.POSITIVE_INFINITY
    const codes = Promise.all([codeOf(ask('one')), codeOf(ask('two'))])
    await engine.finish(0)
    expect(await codes).toEqual(['stopping', 'stopping'])
  })
})

describe('the choice of a slot', () => {
  const rising = (length: number, from = 0) => Array.from({ length }, (_, index) => from + index)
  const slot = (id: number, tokens: number[], prompt: number[] | null = null): SlotState => ({ id, tokens, usedAt: id, prompt })
  const prompt = rising(200)

  const cases: [string, SlotState[], ReturnType<typeof chooseSlot>][] = [
    ['none free', [slot(0, [], prompt)], { kind: 'none' }],
    ['the one idle longest when none remembers anything', [slot(1, []), slot(0, [])], { kind: 'slot', id: 0, keep: 0, copyFrom: null }],
    ['the one that remembers most', [slot(0, rising(20)), slot(1, rising(50))], { kind: 'slot', id: 1, keep: 50, copyFrom: null }],
    ['all but the last token of a prompt that is known whole', [slot(0, rising(300))], { kind: 'slot', id: 0, keep: 199, copyFrom: null }],
    ['a copy from a busy neighbour', [slot(0, rising(100), rising(100)), slot(1, [])], { kind: 'slot', id: 1, keep: 100, copyFrom: 0 }],
    ['no copy that saves little', [slot(0, rising(60), rising(60)), slot(1, [])], { kind: 'slot', id: 1, keep: 0, copyFrom: null }],
    [
      'a copy over the slot idle longest, not over the one that remembers a part',
      [slot(0, rising(150), rising(150)), slot(2, rising(30)), slot(1, [])],
      { kind: 'slot', id: 1, keep: 150, copyFrom: 0 },
    ],
    ['to wait for a prefix in the making', [slot(0, rising(10), rising(180)), slot(1, [])], { kind: 'wait' }],
    ['not to wait for one of another prompt', [slot(0, [], rising(180, 5)), slot(1, [])], { kind: 'slot', id: 1, keep: 0, copyFrom: null }],
  ]
  test.each(cases)('is %s', (_, slots, choice) =>
    expect(chooseSlot(slots, prompt, { canCopy: true, keepable: (shared) => Math.min(shared, prompt.length - 1) })).toEqual(choice),
  )
})
