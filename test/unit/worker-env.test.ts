import { describe, expect, test } from 'vitest'
import { readEnv } from '@/worker/env'

describe('the settings of the worker', () => {
  test('have a default each', () => {
    expect(readEnv({})).toEqual({
      WORKER_PORT: 8080,
      HOST: '127.0.0.1',
      WORKER_API_KEYS: [],
      WORKER_SLOTS: 4,
      WORKER_QUEUE: 64,
      WORKER_ALLOW_IPS: [],
      WORKER_TRUSTED_PROXIES: [],
      WORKER_CORS_ORIGINS: [],
    })
  })

  test('count an empty variable as not set', () => {
    expect(readEnv({ MODEL: '', WORKER_SLOTS: '' })).toMatchObject({ WORKER_SLOTS: 4 })
    expect(readEnv({ MODEL: '' }).MODEL).toBeUndefined()
  })

  test('read numbers and lists', () => {
    const env = readEnv({ WORKER_PORT: '0', WORKER_API_KEYS: ' one, two,,', WORKER_GPU: 'cuda', WORKER_CONTEXT: '4096' })
    expect(env).toMatchObject({ WORKER_PORT: 0, WORKER_API_KEYS: ['one', 'two'], WORKER_GPU: 'cuda', WORKER_CONTEXT: 4096 })
  })

  test('that are wrong are named, and their values are not', () => {
    const read = () =>
      readEnv({ WORKER_PORT: 'a-secret', WORKER_SLOTS: '0', WORKER_GPU: 'abacus', WORKER_ALLOW_IPS: '10.0.0.0/40', VISION_URL: 'x' })
    expect(read).toThrow('Wrong value in WORKER_PORT, WORKER_SLOTS, WORKER_GPU, WORKER_ALLOW_IPS, VISION_URL.')
  })
})
