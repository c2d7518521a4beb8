import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { type DeskEvent, listening, subscribe } from '@/lib/events'
import { startJobs, stopJobs } from '@/lib/jobs'
import { jobsTable } from '@/lib/jobs-table'
import { judgeFloor } from '@/lib/retrieval/floor/floor-evidence'
import { getFloors } from '@/lib/retrieval/floor/get-floors'
import { moveFloor } from '@/lib/retrieval/floor/move-floor'
import { requestCalibration } from '@/lib/retrieval/floor/request-calibration'
import { getSetting } from '@/lib/settings/get-setting'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { makeAgent } from '@/test/support/tickets'

let admin: Agent
beforeAll(async () => {
  admin = { ...(await makeAgent()), role: 'admin' }
})
beforeEach(async () => {
  await db().setting.deleteMany()
  await db().auditEntry.deleteMany()
  await db().faqRule.deleteMany()
})
afterAll(stopJobs)

const stateOf = async (language: 'zh' | 'en') => (await getFloors()).languages.find((state) => state.language === language)

it('a floor is where we put it until it is calibrated or moved, and says who moved it', async () => {
  expect(await stateOf('en')).toMatchObject({ floor: 0.22, source: 'default', calibrated: null, evidence: null, moved: null })
  await moveFloor(admin, 'en', 0.61)
  expect(await stateOf('en')).toMatchObject({ floor: 0.61, source: 'moved', moved: { actorName: admin.name } })
  expect(await stateOf('zh')).toMatchObject({ source: 'default' })
  await moveFloor(admin, 'en', null)
  expect(await stateOf('en')).toMatchObject({ source: 'default', moved: null })
  const entries = await db().auditEntry.findMany({ where: { action: 'floor.move' }, orderBy: { id: 'asc' } })
  expect(entries.map(({ subjectId, details }) => ({ subjectId, details }))).toEqual([
    { subjectId: 'en', details: { floor: 0.61, before: null } },
    { subjectId: 'en', details: { floor: null, before: 0.61 } },
  ])
})

it('two admins who move the two floors at once do not undo each other', async () => {
  await Promise.all([moveFloor(admin, 'zh', 0.4), moveFloor(admin, 'en', 0.6)])
  expect(await getSetting('moved_floors')).toEqual({ zh: 0.4, en: 0.6 })
})

it('neither an agent nor a floor beyond all scores moves anything', async () => {
  await expect(moveFloor({ ...admin, role: 'agent' }, 'zh', 0.4)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(requestCalibration({ ...admin, role: 'agent' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(moveFloor(admin, 'zh', 1.01)).rejects.toMatchObject({ name: 'ZodError' })
  expect(await db().setting.count()).toBe(0)
})

it('a calibration that is asked for runs as a job, says how far it is, and keeps what it was found on', async () => {
  await db().faqRule.createMany({ data: rulesZh.map(({ key: _, ...rule }) => ({ ...rule, status: 'published' as const })) })
  const heard: DeskEvent[] = []
  const stop = subscribe((event) => heard.push(event))
  await listening()
  await startJobs(jobsTable)
  await requestCalibration(admin)
  await expect.poll(async () => (await getFloors()).last?.rules).toBe(rulesZh.length)
  await expect.poll(() => heard.filter((event) => event.kind === 'calibration').length).toBeGreaterThan(1)
  stop()
  const state = await stateOf('zh')
  const { zh } = await getSetting('floor_calibration')
  expect(state).toMatchObject({ source: 'calibrated', floor: zh?.floor, calibrated: zh?.floor })
  // The kept counts say of every floor what the calibration says of its own.
  const { answered, unanswered, loses, letsThrough } = judgeFloor(state?.evidence ?? raise(), Math.round(100 * (zh?.floor ?? 0)))
  const own = zh?.judgements.find(({ floor }) => floor === zh.floor)
  expect({ answered, unanswered }).toEqual({ answered: zh?.answered, unanswered: zh?.unanswered })
  expect(loses / answered).toBeCloseTo(own?.loses ?? -1, 2)
  expect(letsThrough / unanswered).toBeCloseTo(own?.letsThrough ?? -1, 2)
  expect(state?.sample).toEqual({ asked: rulesZh.length, of: rulesZh.length, most: 1_500 })
  const { ruleNames } = await getFloors()
  expect(state?.evidence?.foundExamples.every(({ ruleId }) => ruleId && ruleNames[ruleId])).toBe(true)
  // No rule speaks English here: nothing was found, and nothing is claimed.
  expect(await stateOf('en')).toMatchObject({ source: 'default', calibrated: null, evidence: { foundExamples: [] } })
})

function raise(): never {
  throw new Error('There is no evidence.')
}
