import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bundledModelPath } from '@/worker/bundled-model'
import { partsOf } from '@/worker/engine/check-gguf'
import { readGgufHead } from '@/worker/engine/read-gguf-head'

const model = readFileSync(bundledModelPath())
const HEAD = readGgufHead(model, model.length) ?? 0
/** The head alone, as a file that goes on: no weight is looked at. */
const head = model.subarray(0, HEAD)

/** The head with the bytes behind a name changed. */
function withBytes(name: string, offset: number, bytes: number[]): Buffer {
  const changed = Buffer.from(head)
  changed.set(bytes, changed.indexOf(name) + name.length + offset)
  return changed
}

const NONE = [0, 0, 0, 0, 0, 0, 0, 0]
const HUGE = [255, 255, 255, 255, 255, 255, 255, 127]
// Behind its name stands a value's type, of four bytes, and behind a list's name the type of its elements, and then their number.
const DAMAGED: [string, Buffer][] = [
  ['a list that is longer than the file', withBytes('tokenizer.ggml.merges', 8, HUGE)],
  ['a text that is longer than the file', withBytes('general.name', 4, HUGE)],
  ['a value of a type that there is not', withBytes('general.name', 0, [200])],
  ['a list of lists', withBytes('tokenizer.ggml.merges', 4, [9])],
  ['a tensor of no size', withBytes('token_embd.weight', 4, NONE)],
  ['a tensor of nine dimensions', withBytes('token_embd.weight', 0, [9])],
  ['layers of no width', withBytes('qwen3.embedding_length', 4, [0, 0, 0, 0])],
  ['as many heads as there are numbers', withBytes('qwen3.attention.head_count', 4, [255, 255, 255, 255])],
  ['no name where the number of its heads should be', withBytes('qwen3.attention.head', 0, [0, 0])],
  ['two tokens that are alike', withBytes('tokenizer.ggml.tokens', 16 + 8, [...head.subarray(tokenAt(1), tokenAt(1) + 1)])],
]

/** Where the text of one of the first tokens stands, each of which has one byte. */
function tokenAt(index: number): number {
  return model.indexOf('tokenizer.ggml.tokens') + 'tokenizer.ggml.tokens'.length + 16 + index * 9 + 8
}

test('the head of a model is walked over to its end', () => {
  expect(HEAD).toBeGreaterThan(1000)
  expect(readGgufHead(head, model.length)).toBe(HEAD)
})

test.each(DAMAGED)('%s is damage', (_, changed) => {
  expect(changed.equals(head)).toBe(false)
  expect(() => readGgufHead(changed, model.length)).toThrow('it is damaged or incomplete.')
})

test('more of a file is asked for while there is more, and what ends too early is damaged', () => {
  for (const length of [24, 100, 5_000, HEAD - 1]) {
    expect(readGgufHead(head.subarray(0, length), model.length)).toBeNull()
    expect(() => readGgufHead(head.subarray(0, length), length)).toThrow('it is damaged or incomplete.')
  }
})

test('a model that was split is all of its parts', () => {
  const parts = ['/m/q-00001-of-00003.gguf', '/m/q-00002-of-00003.gguf', '/m/q-00003-of-00003.gguf']
  expect(partsOf('/m/q-00001-of-00003.gguf')).toEqual(parts)
  expect(partsOf('/m/q.gguf')).toEqual(['/m/q.gguf'])
})
