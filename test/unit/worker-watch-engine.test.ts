import { expect, test, vi } from 'vitest'
import { EngineError, type EngineErrorCode } from '@/worker/engine'
import { watchEngine } from '@/worker/watch-engine'
import { codeOf, makeEngine } from './fake-decoder'
import { FakeEngine, REPLY } from './worker-support'

function watched() {
  const engine = new FakeEngine()
  const onBroken = vi.fn()
  const same = watchEngine(engine, onBroken)
  const ask = async (code: EngineErrorCode | null) => {
    if (code === 'decode_failed') engine.failedRounds += 1
    engine.answer = () => (code ? Promise.reject(new EngineError(code, code)) : Promise.resolve(REPLY))
    await same
      .submit({ prompt: { tokens: [1], droppedMessages: 0 }, priority: 'interactive', signal: new AbortController().signal })
      .catch(() => {})
  }
  return { ask, onBroken }
}

test('a batch that takes several requests with it is one failure', async () => {
  const { engine, decoder } = makeEngine({ slots: 4 })
  const onBroken = vi.fn()
  const same = watchEngine(engine, onBroken)
  const askAll = () =>
    Promise.all(
      [1, 2, 3, 4].map((token) =>
        codeOf(
          same.submit({ prompt: { tokens: [token], droppedMessages: 0 }, priority: 'interactive', signal: new AbortController().signal }),
        ),
      ),
    )
  decoder.fail = true
  for (const _ of [1, 2]) {
    expect(await askAll()).toEqual(Array(4).fill('decode_failed'))
    expect(onBroken).not.toHaveBeenCalled()
  }
  await askAll()
  expect(onBroken).toHaveBeenCalledTimes(1)
  expect(engine.counts()).toMatchObject({ rounds: 3, failedRounds: 3 })
})

test('a model that fails three times in a row is broken, and that is told once', async () => {
  const { ask, onBroken } = watched()
  for (const code of ['decode_failed', 'decode_failed'] as const) await ask(code)
  expect(onBroken).not.toHaveBeenCalled()
  for (const code of ['decode_failed', 'decode_failed'] as const) await ask(code)
  expect(onBroken).toHaveBeenCalledTimes(1)
})

test('a reply between failures, or clients that hang up, are no sign of it', async () => {
  const { ask, onBroken } = watched()
  for (const code of [
    'decode_failed',
    'decode_failed',
    null,
    'decode_failed',
    'aborted',
    'decode_failed',
    null,
    'aborted',
    'aborted',
    'aborted',
  ] as const)
    await ask(code)
  expect(onBroken).not.toHaveBeenCalled()
})
