import type { Schema } from './keywords'
import { SchemaError } from './schema-error'

/**
 * The items of a list by their place, and those behind them: in `prefixItems` and `items`, or up to draft 7 in `items` and `additionalItems`.
 *
 * @throws SchemaError where the first are no list
 */
export function tupleItems(schema: Schema, path: string[]): { keyword: string; beginning: unknown[]; others: unknown } {
  const { prefixItems, items, additionalItems } = schema
  if (Array.isArray(items)) {
    if (prefixItems !== undefined) throw new SchemaError(path, 'items', "as a list beside 'prefixItems' is not permitted")
    return { keyword: 'items', beginning: items, others: additionalItems }
  }
  // Beside items that are one schema for all it says nothing.
  if (prefixItems === undefined) return { keyword: 'items', beginning: [], others: items }
  if (!Array.isArray(prefixItems)) throw new SchemaError(path, 'prefixItems', 'must be a list')
  return { keyword: 'prefixItems', beginning: prefixItems, others: items }
}
