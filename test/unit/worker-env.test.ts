import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readEnv } from '@/worker/env'
import { jobsFolder } from '@/worker/jobs-folder'

describe('the settings of the worker', () => {
  test('have a default each', () => {
    expect(readEnv({})).toEqual({
      WORKER_PORT: 8080,
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
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

  test('keep jobs in a folder that is named, in one of the port’s own where none is, and nowhere where nothing is named', () => {
    const data = mkdtempSync(path.join(tmpdir(), 'deskhand-data-'))
    onTestFinished(() => rmSync(data, { recursive: true }))
    const folderOf = (source: Record<string, string>) => jobsFolder(readEnv({ DATA_DIR: data, ...source }))
    expect(folderOf({ WORKER_JOBS_DIR: '/a/folder' })).toBe('/a/folder')
    expect(folderOf({ WORKER_JOBS_DIR: '' })).toBeNull()
    expect(folderOf({ WORKER_PORT: '0' })).toBeNull()
    expect(readdirSync(data)).toEqual([])
    const folder = folderOf({ WORKER_PORT: '8081' })
    expect(folder).toBe(path.join(data, 'worker-jobs-8081'))
    expect(statSync(folder ?? '').mode & 0o777).toBe(0o700)
    expect(folderOf({ WORKER_PORT: '8081' })).toBe(folder)
  })

  test('do without a folder that nobody asked for where none can be made, and say so', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    onTestFinished(() => warn.mockRestore())
    // Of anything that is no folder nobody makes one, whatever their rights.
    expect(jobsFolder(readEnv({ DATA_DIR: import.meta.filename }))).toBeNull()
    expect(warn.mock.calls).toEqual([[expect.stringContaining('WORKER_JOBS_DIR names another')]])
  })

  test('read numbers and lists', () => {
    const env = readEnv({ WORKER_PORT: '0', WORKER_API_KEYS: ' one, two,,', WORKER_GPU: 'cuda', WORKER_CONTEXT: '4096' })
    expect(env).toMatchObject({ WORKER_PORT: 0, WORKER_API_KEYS: ['one', 'two'], WORKER_GPU: 'cuda', WORKER_CONTEXT: 4096 })
  })

  test.each(['schlüssel', 'one,密钥', 'two words'])('have no key that nobody can send: %s', (keys) => {
    expect(() => readEnv({ WORKER_API_KEYS: keys })).toThrow('Wrong value in WORKER_API_KEYS.')
  })

  test('that are wrong are named, and their values are not', () => {
    const read = () =>
      readEnv({ WORKER_PORT: 'a-secret', WORKER_SLOTS: '0', WORKER_GPU: 'abacus', WORKER_ALLOW_IPS: '10.0.0.0/40', VISION_URL: 'x' })
    expect(read).toThrow('Wrong value in WORKER_PORT, WORKER_SLOTS, WORKER_GPU, WORKER_ALLOW_IPS, VISION_URL.')
  })
})
