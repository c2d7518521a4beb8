/**
 * GBNF for the decimal numbers from `min` to `max`, both whole; null leaves an end open. Numbers have at most fifteen
 * digits, so that JavaScript reads every one of them exactly.
 */
export function integerRange(min: number | null, max: number | null): string {
  const least = Math.max(min ?? -MOST, -MOST)
  const most = Math.min(max ?? MOST, MOST)
  const options: string[] = []
  if (least < 0) options.push(`"-" (${positive(Math.max(1, -most), -least)})`)
  if (most >= 0) options.push(unsignedRange(Math.max(0, least), most))
  return `(${options.join(' | ')})`
}

/** From 0 ≤ min ≤ max, without sign and without leading zeros. */
export function unsignedRange(min: number, max: number): string {
  if (min > 0) return positive(min, max)
  return max === 0 ? '"0"' : `"0" | ${positive(1, max)}`
}

const MOST = 999_999_999_999_999

/** From 1 ≤ min ≤ max, by the number of digits. */
function positive(min: number, max: number): string {
  const options: string[] = []
  for (let digits = String(min).length; digits <= String(max).length; digits++) {
    const low = Math.max(min, 10 ** (digits - 1))
    const high = Math.min(max, 10 ** digits - 1)
    options.push(sameLength(String(low), String(high)))
  }
  return options.join(' | ')
}

/** Numbers between two of the same length, digit by digit. */
function sameLength(low: string, high: string): string {
  if (low === '') return ''
  if (/^0*$/.test(low) && /^9*$/.test(high)) return anyDigits(low.length)
  const [first = '0', last = '0'] = [low[0], high[0]]
  const rest = low.length - 1
  if (first === last) return join(`"${first}"`, sameLength(low.slice(1), high.slice(1)))
  const options: string[] = []
  const lowIsRound = /^0*$/.test(low.slice(1))
  const highIsFull = /^9*$/.test(high.slice(1))
  if (!lowIsRound) options.push(join(`"${first}"`, sameLength(low.slice(1), '9'.repeat(rest))))
  const from = Number(first) + (lowIsRound ? 0 : 1)
  const to = Number(last) - (highIsFull ? 0 : 1)
  if (from <= to) options.push(join(`[${from}-${to}]`, anyDigits(rest)))
  if (!highIsFull) options.push(join(`"${last}"`, sameLength('0'.repeat(rest), high.slice(1))))
  return options.length === 1 ? (options[0] as string) : `(${options.join(' | ')})`
}

function anyDigits(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '[0-9]' : `[0-9]{${count}}`
}

function join(first: string, second: string): string {
  return second === '' ? first : `${first} ${second}`
}
