import { MAX_REPETITIONS } from './pattern'
import { SchemaError } from './schema-error'

/**
 * A least and a most number of something (`minItems` and `maxItems`, `minLength` and `maxLength`); without a most, null.
 *
 * @throws SchemaError when one is no whole number, too large, or they leave nothing
 */
export function readCounts(
  minKeyword: string,
  maxKeyword: string,
  schema: Record<string, unknown>,
  path: string[],
): [min: number, max: number | null] {
  for (const keyword of [minKeyword, maxKeyword]) {
    const value = schema[keyword]
    if (value === undefined) continue
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new SchemaError(path, keyword, 'must be a whole number')
    if (value > MAX_REPETITIONS) throw new SchemaError(path, keyword, `above ${MAX_REPETITIONS} is not permitted`)
  }
  const [min = 0, max = null] = [schema[minKeyword] as number | undefined, schema[maxKeyword] as number | undefined]
  if (max !== null && min > max) throw new SchemaError(path, minKeyword, `is above ${maxKeyword}`)
  return [min, max]
}

/** So many times the element before it. */
export function repeat(min: number, max: number | null): string {
  if (max === null) return min === 0 ? '*' : `{${min},}`
  return `{${min},${max}}`
}
