import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { sayErrors } from '@/scripts/supervisor/say-errors'

async function said(printed: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const errors = new PassThrough()
  sayErrors('Worker', errors)
  const closed = once(errors, 'close')
  // In pieces, as a pipe gives them.
  for (const piece of printed.match(/.{1,7}/gsu) ?? []) errors.write(piece)
  errors.end()
  await closed
  const lines = log.mock.calls.map(([line]) => String(line))
  log.mockRestore()
  return lines
}

test('a warning of the worker stands in the log of the desk, under its name', async () => {
  const fallback =
    'This worker drives node-llama-cpp 3.22.1 from within; 3.99.0 is installed. Going on with its public API: slower, and without logprobs.'
  expect(await said(`worker: ${fallback}\nworker failed: x.gguf cannot be used. Next try in 1 s.\n`)).toEqual([
    `  Worker      warns     ${fallback}`,
    '  Worker      warns     failed: x.gguf cannot be used. Next try in 1 s.',
  ])
})

test('a grammar that llama.cpp refuses is told of without its text; what comes after it is heard', async () => {
  const grammar = 'parse: error parsing grammar: number of repetitions exceeds sane defaults\n\nroot ::= "secret"{2001}\n"of a client"\n\n'
  expect(await said(`${grammar}worker answered 500 internal: x\n/src/ggml.c:12: GGML_ASSERT(a < b) failed\n`)).toEqual([
    '  Worker      warns     llama.cpp refused a grammar; its client was told',
    '  Worker      warns     answered 500 internal: x',
    '  Worker      warns     /src/ggml.c:12: GGML_ASSERT(a < b) failed',
  ])
})
