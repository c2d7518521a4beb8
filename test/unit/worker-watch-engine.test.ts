import { expect, test, vi } from 'vitest'
import { EngineError, type EngineErrorCode } from '@/worker/engine'
import { watchEngine } from '@/worker/watch-engine'
import { FakeEngine, REPLY } from './worker-support'

function watched() {
  const engine = new FakeEngine()
  const onBroken = vi.fn()
  const same = watchEngine(engine, onBroken)
  const ask = async (code: EngineErrorCode | null) => {
    engine.answer = () => (code ? Promise.reject(new EngineError(code, code)) : Promise.resolve(REPLY))
    await same
      .submit({ prompt: { tokens: [1], droppedMessages: 0 }, priority: 'interactive', signal: new AbortController().signal })
      .catch(() => {})
  }
  return { ask, onBroken }
}

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
