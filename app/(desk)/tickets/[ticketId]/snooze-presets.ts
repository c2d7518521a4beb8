const MORNING_HOUR = 9
const EVENING_HOUR = 18
const LATER_HOURS = 3
const MONDAY = 1

export type SnoozePreset = { key: 'laterToday' | 'tomorrow' | 'nextWeek'; at: Date }

/** Times one snoozes to, in the clock of this browser: in three hours if that is still today's work, tomorrow morning, Monday morning. */
export function snoozePresets(now: Date): SnoozePreset[] {
  const later = new Date(now)
  later.setHours(now.getHours() + LATER_HOURS, 0, 0, 0)
  const isToday = later.getDate() === now.getDate() && later.getHours() <= EVENING_HOUR
  const tomorrow = morningIn(now, 1)
  const monday = morningIn(now, (MONDAY - now.getDay() + 7) % 7 || 7)
  return [
    ...(isToday ? [{ key: 'laterToday' as const, at: later }] : []),
    { key: 'tomorrow', at: tomorrow },
    // On a Sunday the two are one.
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ key: 'nextWeek' as const, at: monday }]),
  ]
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING_HOUR)
}

/** A moment as a box for date and time holds it: `2026-11-26T09:00`, in the clock of this browser. */
export function toLocalInput(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
