import { describe, expect, it } from 'vitest'
import { minutesSaved } from '@/lib/insights/minutes-saved'
import { periodQuerySchema, periodSearch, resolvePeriod } from '@/lib/insights/period'

const now = new Date('2026-11-26T01:30:00Z')
const resolve = (query: object, zone = 'UTC') => resolvePeriod(periodQuerySchema.parse(query), { zone, now })

describe('a period', () => {
  it('is 28 days that end today, beside the 28 before, unless something else is asked for', () => {
    expect(resolve({})).toMatchObject({ from: '2026-10-30', to: '2026-11-26', days: 28, before: { from: '2026-10-02', to: '2026-10-29' } })
    expect(resolve({ days: '7' })).toMatchObject({ from: '2026-11-20', days: 7, step: 1 })
    expect(resolve({ days: '12' })).toMatchObject({ days: 28 })
  })

  it.each([
    ['America/Los_Angeles', '2026-11-25'],
    ['Asia/Shanghai', '2026-11-26'],
    ['Pacific/Kiritimati', '2026-11-26'],
    ['Pacific/Pago_Pago', '2026-11-25'],
  ])('ends with the day that it is in %s', (zone, to) => {
    expect(resolve({}, zone)).toMatchObject({ zone, to })
  })

  it('of somebody’s own goes from one day to another, never past today and never over a year', () => {
    expect(resolve({ from: '2026-11-01', to: '2026-11-10' })).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-10',
      days: 10,
      isCustom: true,
    })
    expect(resolve({ from: '2026-11-20', to: '2027-01-01' })).toMatchObject({ from: '2026-11-20', to: '2026-11-26' })
    expect(resolve({ from: '2027-01-01', to: '2027-01-02' })).toMatchObject({ from: '2026-11-26', to: '2026-11-26', days: 1 })
    expect(resolve({ from: '2026-11-20', to: '2026-11-20' })).toMatchObject({
      isCustom: true,
      from: '2026-11-20',
      to: '2026-11-20',
      days: 1,
    })
    expect(resolve({ from: '1999-01-01', to: '2026-11-26' })).toMatchObject({ days: 366, step: 7 })
  })

  it.each([
    { from: '2026-11-10', to: '2026-11-01' },
    { from: '2026-11-10' },
    { from: '2026-02-30', to: '2026-11-01' },
    { from: ['a', 'b'] },
  ])('that cannot be read (%j) is the usual one', (query) => {
    expect(resolve(query)).toMatchObject({ days: 28, isCustom: false })
  })

  it('of many days has a step for seven of them, of which the last may be shorter', () => {
    const { steps, days } = resolve({ from: '2026-01-01', to: '2026-04-10' })
    expect([days, steps.length, steps[0], steps.at(-1)]).toEqual([100, 15, '2026-01-01', '2026-04-09'])
  })

  it.each(['', '?days=7', '?from=2026-11-01&to=2026-11-10'])('stands in the URL as %s', (search) => {
    expect(periodSearch(periodQuerySchema.parse(Object.fromEntries(new URLSearchParams(search))))).toBe(search)
  })
})

describe('the minutes that drafts save', () => {
  const speeds = { zh: { typing: 50, reading: 250 }, en: { typing: 200, reading: 1_000 } }

  it('are what was not typed less what was read', () => {
    const characters = { zh: { drafted: 500, kept: 400 }, en: { drafted: 2_000, kept: 1_000 } }
    expect(minutesSaved(characters, speeds)).toBe(400 / 50 - 500 / 250 + 1_000 / 200 - 2_000 / 1_000)
  })

  it('are less than none where every draft was read and dismissed', () => {
    expect(minutesSaved({ zh: { drafted: 500, kept: 0 }, en: { drafted: 0, kept: 0 } }, speeds)).toBe(-2)
  })
})
