import { expect, test, vi } from 'vitest'
import { openAddon } from '@/worker/engine/addon'
import { readEnv } from '@/worker/env'
import { loadEngine } from '@/worker/load-engine'
import { ask, CLOSING, PROMPTS } from './pocket'

// A later version of the package, as far as anybody can tell.
vi.mock('node-llama-cpp', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node-llama-cpp')>()),
  getModuleVersion: async () => '3.99.0',
}))

test('an unknown version is driven through its public API, and the log says so in one line', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const engine = await loadEngine(readEnv({}))
  expect(warn.mock.calls).toEqual([
    [
      'worker: This worker drives node-llama-cpp 3.22.1 from within; 3.99.0 is installed. Going on with its public API: slower, and without logprobs.',
    ],
  ])
  const [language, user] = PROMPTS[2] as (typeof PROMPTS)[number]
  expect((await ask(engine, language, user)).text.endsWith(CLOSING[language])).toBe(true)
  await expect(ask(engine, language, user, { topLogprobs: 1 })).rejects.toMatchObject({ code: 'unsupported' })
  await engine.finish(0)
  await engine.free()
  warn.mockRestore()
})

test('a package of the right version that lacks a part is told from one that has it', () => {
  const method = () => {}
  const names = [
    'getContextSize',
    'initBatch',
    'addToBatch',
    'decodeBatch',
    'sampleToken',
    'disposeSequence',
    'removeTokenCellsFromSequence',
  ]
  const inner = Object.fromEntries([...names, 'copySequenceStateFromOtherSequence'].map((name) => [name, method]))
  class Sampler {
    applyConfig() {}
    dispose() {}
  }
  class Other {}
  const whole = {
    _ctx: inner,
    _model: { _model: {} },
    _llama: { _bindings: { AddonSampler: Sampler, AddonGrammar: Other, AddonGrammarEvaluationState: Other } },
  }
  expect(openAddon(whole, '3.22.1').createSampler()).toBeInstanceOf(Sampler)
  expect(() => openAddon({ ...whole, _ctx: { ...inner, sampleToken: 1 } }, '3.22.1')).toThrow('has no AddonContext.sampleToken')
  expect(() => openAddon({ ...whole, _llama: { _bindings: { AddonSampler: Sampler } } }, '3.22.1')).toThrow('has no AddonGrammar')
  expect(() => openAddon({ ...whole, _model: {} }, '3.22.1')).toThrow('has no AddonModel')
})
