import { describe, expect, it } from 'vitest'
import { snoozePresets, toLocalInput } from '@/app/(desk)/tickets/[ticketId]/snooze-presets'

const local = (text: string) => new Date(text)
const at = (now: string) => Object.fromEntries(snoozePresets(local(now)).map((preset) => [preset.key, toLocalInput(preset.at)]))

describe('the times one snoozes to', () => {
  it.each([
    [
      'a Thursday morning',
      '2026-11-26T09:40',
      { laterToday: '2026-11-26T12:00', tomorrow: '2026-11-27T09:00', nextWeek: '2026-11-30T09:00' },
    ],
    ['late in the day there is no later today', '2026-11-26T16:01', { tomorrow: '2026-11-27T09:00', nextWeek: '2026-11-30T09:00' }],
    ['at night', '2026-11-26T23:30', { tomorrow: '2026-11-27T09:00', nextWeek: '2026-11-30T09:00' }],
    [
      'on a Monday the next one is a week away',
      '2026-11-30T08:00',
      { laterToday: '2026-11-30T11:00', tomorrow: '2026-12-01T09:00', nextWeek: '2026-12-07T09:00' },
    ],
    ['on a Sunday tomorrow is Monday, said once', '2026-11-29T20:00', { tomorrow: '2026-11-30T09:00' }],
    ['at the end of a year', '2026-12-31T22:00', { tomorrow: '2027-01-01T09:00', nextWeek: '2027-01-04T09:00' }],
  ])('%s', (_name, now, presets) => {
    expect(at(now)).toEqual(presets)
  })

  it('are all ahead', () => {
    for (let hour = 0; hour < 24 * 14; hour++) {
      const now = new Date(2026, 2, 20, hour, 59)
      for (const preset of snoozePresets(now)) expect(preset.at.getTime()).toBeGreaterThan(now.getTime())
    }
  })
})
