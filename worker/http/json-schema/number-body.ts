import { integerRange } from './integer-range'
import { type Bounds, numberRange } from './number-range'
import { SchemaError } from './schema-error'

/**
 * What a number's bounds say of it, as the body of a rule; null where there are none.
 *
 * @throws SchemaError for bounds that cannot be kept or leave nothing
 */
export function numberBody(type: 'number' | 'integer', schema: Record<string, unknown>, path: string[]): string | null {
  const bound = (keyword: string): number | null => {
    const value = schema[keyword]
    if (value === undefined) return null
    if (typeof value !== 'number') throw new SchemaError(path, keyword, 'must be a number')
    return value
  }
  const [minimum, maximum] = withinFormat(type, schema.format, [bound('minimum'), bound('maximum')], path)
  const [above, below] = [bound('exclusiveMinimum'), bound('exclusiveMaximum')]
  if ([minimum, maximum, above, below].every((value) => value === null)) return null
  const bounds = narrower({ minimum, maximum, above, below })
  if (type === 'integer') {
    const min = bounds.min === null ? null : bounds.isMinOpen ? Math.floor(bounds.min) + 1 : Math.ceil(bounds.min)
    const max = bounds.max === null ? null : bounds.isMaxOpen ? Math.ceil(bounds.max) - 1 : Math.floor(bounds.max)
    if (min !== null && max !== null && min > max) throw new SchemaError(path, 'minimum', 'is above the maximum')
    if (Math.abs(min ?? 0) > Number.MAX_SAFE_INTEGER || Math.abs(max ?? 0) > Number.MAX_SAFE_INTEGER) return farBounds(min, max, path)
    return integerRange(min, max)
  }
  const isWhole = [bounds.min, bounds.max].every((value) => value === null || (Number.isInteger(value) && Math.abs(value) < 1e15))
  const keyword = bounds.min !== null && !Number.isInteger(bounds.min) ? 'minimum' : 'maximum'
  if (!isWhole) throw new SchemaError(path, keyword, 'of a number is not permitted but with a whole number below 10^15')
  const range = numberRange(bounds)
  if (range === null) throw new SchemaError(path, 'minimum', 'leaves no number')
  return range
}

/** The ends of the `format`s that OpenAPI has for numbers, as far as fifteen digits reach. */
const FORMAT_ENDS: Record<string, [least: number | null, most: number | null]> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  int64: [null, null],
  uint64: [0, null],
}

/** The bounds as the format has them, where it is the tighter one. */
function withinFormat(
  type: string,
  format: unknown,
  [minimum, maximum]: [number | null, number | null],
  path: string[],
): [number | null, number | null] {
  if (format === undefined || format === 'double') return [minimum, maximum]
  const ends = type === 'integer' && typeof format === 'string' && Object.hasOwn(FORMAT_ENDS, format) ? FORMAT_ENDS[format] : undefined
  if (!ends)
    throw new SchemaError(
      path,
      'format',
      `of a number is not permitted but with double, and ${Object.keys(FORMAT_ENDS).join(', ')} of an integer`,
    )
  const [least, most] = ends
  const higher = least === null || (minimum !== null && minimum > least) ? minimum : least
  return [higher, most === null || (maximum !== null && maximum < most) ? maximum : most]
}

/** Bounds that no number of fifteen digits reaches. */
function farBounds(min: number | null, max: number | null, path: string[]): string {
  if ((min ?? -1) > 0 || (max ?? 1) < 0) throw new SchemaError(path, 'minimum', 'of more than fifteen digits is not permitted')
  return integerRange(min, max)
}

/** The tighter of each two bounds. */
function narrower(given: { minimum: number | null; maximum: number | null; above: number | null; below: number | null }): Bounds {
  const isMinOpen = given.above !== null && (given.minimum === null || given.above >= given.minimum)
  const isMaxOpen = given.below !== null && (given.maximum === null || given.below <= given.maximum)
  return { min: isMinOpen ? given.above : given.minimum, max: isMaxOpen ? given.below : given.maximum, isMinOpen, isMaxOpen }
}
