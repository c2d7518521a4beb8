import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createUser } from '@/lib/auth/create-user'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { type DeskEvent, subscribe } from '@/lib/events'
import { getSetting } from '@/lib/settings/get-setting'
import { currentPromptTemplate, savePromptTemplate } from '@/lib/settings/prompt-template'
import { setSetting } from '@/lib/settings/set-setting'

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
    const saved = await savePromptTemplate(admin, { zh: ' 请礼貌。 ', en: 'Be polite.' })
    expect(saved).toEqual({ version: 2, zh: '请礼貌。', en: 'Be polite.' })
    expect(await currentPromptTemplate()).toEqual(saved)
    expect(await savePromptTemplate(admin, { zh: '请简短。', en: 'Be brief.' })).toMatchObject({ version: 3 })
    expect(await db().promptTemplate.count({ where: { authorId: admin.id } })).toBe(2)
  })

  it('is never overwritten by two who save at once', async () => {
    const saves = ['甲', '乙', '丙'].map((zh) => savePromptTemplate(admin, { zh, en: zh }))
    const results = await Promise.allSettled(saves)
    const saved = results.filter((result) => result.status === 'fulfilled').map((result) => result.value.zh)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' })
    const stored = await db().promptTemplate.findMany({ select: { zh: true } })
    expect(stored.map((template) => template.zh).sort()).toEqual(saved.sort())
  })

  it('cannot be empty', async () => {
    await expect(savePromptTemplate(admin, { zh: '  ', en: 'Be polite.' })).rejects.toMatchObject({ issues: [{ path: ['zh'] }] })
  })
})
