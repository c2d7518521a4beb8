import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundledModelPath } from '@/worker/bundled-model'
import { readModelProfile } from '@/worker/model-profile'
import { usableCores } from '@/worker/usable-cores'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'worker-profile-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the profile of a model', () => {
  test('without a sidecar is that of a real Qwen', async () => {
    const profile = await readModelProfile(path.join(folder, 'Qwen3-4B-Instruct-2507-Q4_K_M.gguf'))
    expect(profile).toEqual({
      name: 'qwen3-4b-instruct-2507-q4_k_m',
      maxRules: 4,
      maxTurns: 6,
      titleBy: 'question',
      maxRuleWords: null,
      isDemo: false,
      threads: usableCores(),
      contextSize: 8192,
      temperature: 0.7,
      gpu: 'auto',
    })
  })

  test('takes from the sidecar what it says', async () => {
    await writeFile(path.join(folder, 'mine.json'), '{"maxRules": 2, "titleBy": "category", "maxRuleWords": 40, "contextSize": 4096}')
    expect(await readModelProfile(path.join(folder, 'mine.gguf'))).toMatchObject({
      name: 'mine',
      maxRules: 2,
      maxTurns: 6,
      titleBy: 'category',
      maxRuleWords: 40,
      contextSize: 4096,
      isDemo: false,
    })
  })

  test.each(['{"maxRule": 2}', '{"maxRules": 0}', '{"titleBy": "answer"}', '{"maxRuleWords": 0}', 'rules'])(
    'refuses the sidecar %s',
    async (text) => {
      await writeFile(path.join(folder, 'bad.json'), text)
      // Without the folder: strangers are told of it.
      await expect(readModelProfile(path.join(folder, 'bad.gguf'))).rejects.toThrow(/^bad\.json is not a model profile/)
    },
  )

  test('that cannot be read is told without its folder', async () => {
    await mkdir(path.join(folder, 'folder.json'))
    await expect(readModelProfile(path.join(folder, 'folder.gguf'))).rejects.toThrow(/^folder\.json cannot be used: it is a folder\.$/)
  })

  test('of the bundled model says that it is a demonstration, for short rules and one thread', async () => {
    const profile = await readModelProfile(bundledModelPath())
    expect(profile).toMatchObject({ name: 'deskhand-pocket', isDemo: true, maxRules: 4, threads: 1, temperature: 0 })
  })
})

describe('the bundled model', () => {
  test('is found from the source and from the bundle alike', () => {
    const root = path.resolve(import.meta.dirname, '../..')
    const expected = path.join(root, 'worker/models/pocket-q8_0.gguf')
    for (const from of [path.join(root, 'worker'), path.join(root, 'dist'), root]) expect(bundledModelPath(from)).toBe(expected)
  })

  test('that is missing is asked for by name', async () => {
    const elsewhere = path.join(folder, 'dist')
    await mkdir(elsewhere)
    expect(() => bundledModelPath(elsewhere)).toThrow(/pocket-q8_0\.gguf is missing; set MODEL/)
  })
})
