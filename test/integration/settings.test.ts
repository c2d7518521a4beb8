import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { type DeskEvent, subscribe } from '@/lib/events'
import { getSetting } from '@/lib/settings/get-setting'
import { listPromptTemplates } from '@/lib/settings/list-prompt-templates'
import { currentPromptTemplate, restorePromptTemplate, savePromptTemplate } from '@/lib/settings/prompt-template'
import { setSetting } from '@/lib/settings/set-setting'
import { systemRoom } from '@/lib/suggestions/prompt-room'
import { createUser } from '@/test/support/create-user'
import { setEnv } from '../support/database'
import { FakeModel } from '../support/fake-model'

let admin: Agent

beforeAll(async () => {
  admin = await createUser({ email: 'admin@example.com', name: 'Admin', password: 'a long enough password', role: 'admin' })
})

beforeEach(async () => {
  await db().setting.deleteMany()
  await db().promptTemplate.deleteMany()
})

describe('a setting', () => {
  it('has its default until somebody sets it, then what was set last', async () => {
    expect(await getSetting('answer_cache_ttl_seconds')).toBe(86_400)
    await setSetting(admin, 'answer_cache_ttl_seconds', 3_600)
    await setSetting(admin, 'answer_cache_ttl_seconds', 7_200)
    expect(await getSetting('answer_cache_ttl_seconds')).toBe(7_200)
    const entries = await db().auditEntry.findMany({ where: { action: 'setting.update', actorId: admin.id }, orderBy: { id: 'asc' } })
    expect(entries.map((entry) => entry.details)).toEqual([{ value: 3_600 }, { value: 7_200 }])
  })

  it('refuses what is out of its bounds', async () => {
    for (const value of [0, 59, 1.5, 2_592_001, Number.NaN]) {
      await expect(setSetting(admin, 'answer_cache_ttl_seconds', value)).rejects.toMatchObject({ name: 'ZodError' })
    }
    expect(await db().setting.count()).toBe(0)
  })

  it('falls back to its default when what is stored no longer fits', async () => {
    await db().setting.create({ data: { key: 'answer_cache_ttl_seconds', value: 'a while' } })
    expect(await getSetting('answer_cache_ttl_seconds')).toBe(86_400)
  })

  it('tells every process when it changes', async () => {
    let stop = () => {}
    const heard = new Promise<DeskEvent>((resolve) => {
      stop = subscribe(resolve)
    })
    // Listening begins in its own time: set it until it is heard.
    let isHeard = false
    void heard.then(() => {
      isHeard = true
    })
    while (!isHeard) await setSetting(admin, 'answer_cache_ttl_seconds', 600)
    expect(await heard).toEqual({ kind: 'settings' })
    stop()
  })
})

describe('the prompt', () => {
  it('is the one that Deskhand comes with, until an admin writes another', async () => {
    const built = await currentPromptTemplate()
    expect(built).toMatchObject({ version: 1, zh: expect.stringContaining('如有其他问题欢迎继续咨询'), en: expect.any(String) })
    const saved = await savePromptTemplate(admin, { zh: ' 请礼貌。 ', en: 'Be polite.' }, 1)
    expect(saved).toEqual({ version: 2, zh: '请礼貌。', en: 'Be polite.' })
    expect(await currentPromptTemplate()).toEqual(saved)
    expect(await savePromptTemplate(admin, { zh: '请简短。', en: 'Be brief.' }, 2)).toMatchObject({ version: 3 })
    expect(await listPromptTemplates()).toMatchObject([
      { version: 3, zh: '请简短。', author: { name: 'Admin' }, createdAt: expect.any(Date) },
      { version: 2, zh: '请礼貌。' },
      { version: 1, zh: built.zh, author: null, createdAt: null },
    ])
  })

  it('is never overwritten by two who save at once, nor by one who has not seen the latest', async () => {
    const saves = ['甲', '乙', '丙'].map((zh) => savePromptTemplate(admin, { zh, en: zh }, 1))
    const results = await Promise.allSettled(saves)
    const saved = results.filter((result) => result.status === 'fulfilled').map((result) => result.value.zh)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict', details: { version: 2 } })
    }
    const stored = await db().promptTemplate.findMany({ select: { zh: true } })
    expect(stored.map((template) => template.zh)).toEqual(saved)
    expect(saved).toHaveLength(1)
    await expect(savePromptTemplate(admin, { zh: '丁', en: 'd' }, 1)).rejects.toMatchObject({ code: 'conflict', details: { version: 2 } })
  })

  it('is brought back by its version, as a new one', async () => {
    const built = await currentPromptTemplate()
    await savePromptTemplate(admin, { zh: '请礼貌。', en: 'Be polite.' }, 1)
    expect(await restorePromptTemplate(admin, 1, 2)).toEqual({ version: 3, zh: built.zh, en: built.en })
    expect(await restorePromptTemplate(admin, 2, 3)).toMatchObject({ version: 4, zh: '请礼貌。' })
    await expect(restorePromptTemplate(admin, 9, 4)).rejects.toMatchObject({ code: 'not_found' })
    await expect(restorePromptTemplate(admin, 1, 2)).rejects.toMatchObject({ code: 'conflict' })
    const entries = await db().auditEntry.findMany({ where: { action: 'prompt.restore' }, orderBy: { id: 'asc' } })
    expect(entries.map(({ subjectId, details }) => [subjectId, details])).toEqual([
      ['3', { from: 1 }],
      ['4', { from: 2 }],
    ])
  })

  it('cannot be empty, nor be changed by an agent', async () => {
    await expect(savePromptTemplate(admin, { zh: '  ', en: 'Be polite.' }, 1)).rejects.toMatchObject({ issues: [{ path: ['zh'] }] })
    const agent: Agent = { ...admin, role: 'agent' }
    await expect(savePromptTemplate(agent, { zh: '甲', en: 'a' }, 1)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(restorePromptTemplate(agent, 1, 1)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('leaves room for a question in the context of the model', async () => {
    const model = new FakeModel()
    await setEnv({ INFERENCE_URL: await model.start() })
    // 4,096 tokens: 3,696 beside the reply.
    const [zh, en] = ['规'.repeat(systemRoom(4_096, 'zh')), 'r'.repeat(systemRoom(4_096, 'en') + 1)]
    expect(zh).toHaveLength(4_135)
    await expect(savePromptTemplate(admin, { zh: '甲', en: en.slice(0, 8_000) }, 1)).resolves.toMatchObject({ version: 2 })
    await expect(savePromptTemplate(admin, { zh: `${zh}则`, en: 'a' }, 2)).rejects.toMatchObject({
      code: 'unprocessable',
      details: { reason: 'too_long_zh' },
    })
    expect(await savePromptTemplate(admin, { zh, en: 'a' }, 2)).toMatchObject({ version: 3 })
    await model.stop()
  })
})
