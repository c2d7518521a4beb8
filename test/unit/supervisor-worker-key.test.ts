import { expect, test } from 'vitest'
import { workerKey } from '@/scripts/supervisor/worker-key'

test.each([
  ['no key where the worker wants none', {}, {}],
  ['no key where there are only commas', { WORKER_API_KEYS: ' , ' }, {}],
  ['the first of its keys', { WORKER_API_KEYS: ' ,one, two' }, { INFERENCE_API_KEY: 'one' }],
  ['the key that was chosen, being one of them', { WORKER_API_KEYS: 'one,two', INFERENCE_API_KEY: 'two' }, {}],
  ['not one that it would refuse', { WORKER_API_KEYS: 'one', INFERENCE_API_KEY: 'elsewhere' }, { INFERENCE_API_KEY: 'one' }],
])('a desk asks its own worker with %s', (_, given, expected) => {
  expect(workerKey(given)).toEqual(expected)
})
