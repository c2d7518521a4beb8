// 2026-11-20, 2026/11/20 8:05, 2026年11月20日 08:05:30. Not 11/20/2026: nobody knows whether that is a day or a month.
const LOCAL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i
const DAY_MS = 86_400_000

/**
 * A cell as a moment; null is empty, undefined is no date. Without an offset it is read by the clock of `timeZone`, and a day begins at
 * midnight there. A Date is a spreadsheet's: its UTC fields are what the cell shows.
 * @param isEnd a day without an hour is meant whole: its end is the midnight after it
 */
export function readMoment(cell: unknown, timeZone: string, { isEnd = false } = {}): Date | null | undefined {
  if (cell === null) return null
  // A sheet keeps days as fractions: 08:00 comes as 07:59:59.999.
  if (cell instanceof Date) {
    const shown = Math.round(cell.getTime() / 1000) * 1000
    // A sheet does not tell a day from its midnight; one who fills in an end means the day.
    return Number.isNaN(shown) ? undefined : atClock(isEnd && shown % DAY_MS === 0 ? shown + DAY_MS : shown, timeZone)
  }
  if (typeof cell !== 'string') return undefined
  const text = cell.normalize('NFKC').trim()
  if (text === '') return null
  if (WITH_OFFSET.test(text)) return inYears(new Date(text))
  const parts = LOCAL.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const clock = Date.UTC(year, month - 1, day, hour, minute, second)
  const read = new Date(clock)
  // 31 February would be a day in March, 25:00 tomorrow, and the year 26 the year 1926.
  const isReal =
    read.getUTCFullYear() === year &&
    read.getUTCMonth() === month - 1 &&
    read.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  const isDay = parts[4] === undefined
  return isReal ? atClock(isEnd && isDay ? clock + DAY_MS : clock, timeZone) : undefined
}

/** The moment at which the clock of the zone shows what UTC shows at `clock`. */
function atClock(clock: number, timeZone: string): Date | undefined {
  // The offset at the guess may be that of the other side of a change of the clocks; at the second look it is right.
  const guess = clock - offsetAt(clock, timeZone)
  return inYears(new Date(clock - offsetAt(guess, timeZone)))
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((candidate) => candidate.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(moment / 1000) * 1000
}

const FIRST = new Date('0001-01-01T00:00:00.000Z')
const LAST = new Date('9999-12-31T23:59:59.999Z')

/** PostgreSQL takes years of four digits. The end of 9999 is how many systems write that something never ends: it may be a day late. */
function inYears(moment: Date): Date | undefined {
  if (Number.isNaN(moment.getTime()) || moment < FIRST) return undefined
  return moment > LAST ? LAST : moment
}
