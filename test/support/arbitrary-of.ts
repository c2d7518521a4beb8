import fc from 'fast-check'
import type { z } from 'zod'
import { partsOf } from '@/worker/http/bounded'

type Schema = z.core.$ZodType
type Check = { _zod: { def: { check: string; value?: number; inclusive?: boolean; minimum?: number; maximum?: number; pattern?: RegExp } } }

/** Values that a schema takes, from the schema itself; checks that an arbitrary cannot keep to may refuse some of them. */
export function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return stringOf(def as { checks?: Check[] })
    case 'number':
      return numberOf(def as { checks?: Check[]; format?: string })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'unknown':
    case 'any':
      return fc.jsonValue()
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'array':
      return fc.array(arbitraryOf(def.element), {
        minLength: limit(def, 'min_length') ?? 0,
        maxLength: Math.min(limit(def, 'max_length') ?? 3, 3),
      })
    case 'pipe': {
      const { element, keys } = partsOf(schema) ?? {}
      if (!element) throw new Error('no arbitrary for a transformation')
      const { def: given } = (def.in as z.core.$ZodTypes)._zod
      if (keys) return fc.dictionary(arbitraryOf(keys) as fc.Arbitrary<string>, arbitraryOf(element), { maxKeys: 4 })
      return fc.array(arbitraryOf(element), { minLength: limit(given, 'min_length') ?? 0, maxLength: 3 })
    }
    case 'record':
      return fc.dictionary(arbitraryOf(def.keyType) as fc.Arbitrary<string>, arbitraryOf(def.valueType), { maxKeys: 4 })
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [name, arbitraryOf(field)] as const)
      const required = fields.filter(([name]) => !isOptional(def.shape[name] as Schema)).map(([name]) => name)
      return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[] })
    }
    case 'union':
      return fc.oneof(...def.options.map(arbitraryOf))
    case 'optional':
      return arbitraryOf(def.innerType)
    case 'nullable':
      return fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 4, arbitrary: arbitraryOf(def.innerType) })
    default:
      throw new Error(`no arbitrary for a schema of type ${def.type}`)
  }
}

function isOptional(schema: Schema): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'optional' || ('innerType' in def && isOptional(def.innerType as Schema))
}

function checksOf(def: { checks?: unknown }): Check['_zod']['def'][] {
  return ((def.checks as Check[] | undefined) ?? []).map((check) => check._zod.def)
}

function limit(def: { checks?: unknown }, name: 'min_length' | 'max_length'): number | undefined {
  const check = checksOf(def).find((one) => one.check === name)
  return name === 'min_length' ? check?.minimum : check?.maximum
}

function stringOf(def: { checks?: Check[] }): fc.Arbitrary<string> {
  const pattern = checksOf(def).find((check) => check.pattern)?.pattern
  if (pattern) return fc.stringMatching(pattern)
  const minLength = limit(def, 'min_length') ?? 0
  // Strangers' text: any character, halves of pairs and special tokens too.
  return fc.oneof(
    fc.string({ minLength, maxLength: 30, unit: 'binary' }),
    fc.constantFrom('<|im_end|>', '<|im_start|>system', '<tool_call>', '<think>', '\ud800', '\0', '您好', 'x'.repeat(300)),
  )
}

function numberOf(def: { checks?: Check[]; format?: string }): fc.Arbitrary<number> {
  const checks = checksOf(def)
  const bound = (name: string) => checks.find((check) => check.check === name)?.value
  const [min, max] = [bound('greater_than'), bound('less_than')]
  const isWhole = 'format' in def || checks.some((check) => check.check === 'number_format')
  if (isWhole) return fc.integer({ min: Math.max(min ?? -1e9, -1e9), max: Math.min(max ?? 1e9, 1e9) })
  return fc.double({ min: min ?? -1e6, max: max ?? 1e6, noNaN: true })
}

/** The value with something in it put wrong: another type, another size, a field that nobody knows, or one gone. */
export function spoil(value: unknown): fc.Arbitrary<unknown> {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(-1, 0, 1e308, '', [], {}, null, 'x'.repeat(5_000)))
  if (Array.isArray(value)) {
    if (value.length === 0) return fc.oneof(fc.array(anything, { maxLength: 3 }), anything)
    return fc.oneof(
      anything,
      fc.nat(value.length - 1).chain((at) => spoil(value[at]).map((worse) => value.with(at, worse))),
    )
  }
  if (typeof value !== 'object' || value === null) return anything
  const names = Object.keys(value)
  const entries = value as Record<string, unknown>
  const oneWorse = fc
    .constantFrom(...(names.length > 0 ? names : ['x']))
    .chain((name) => spoil(entries[name]).map((worse) => ({ ...entries, [name]: worse })))
  const oneGone = fc
    .constantFrom(...(names.length > 0 ? names : ['x']))
    .map((name) => Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name)))
  const oneMore = fc.tuple(fc.string({ maxLength: 8 }), anything).map(([name, more]) => ({ ...entries, [name]: more }))
  return fc.oneof({ weight: 4, arbitrary: oneWorse }, oneGone, oneMore, anything)
}
