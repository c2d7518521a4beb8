import { z } from 'zod'

type Parts = { element: z.core.$ZodType; keys?: z.core.$ZodType }
const parts = new WeakMap<z.core.$ZodType, Parts>()

/** What the elements of such a list, or the names and values of such a record, are made of; for those who make bodies from schemas. */
export function partsOf(schema: z.core.$ZodType): Parts | undefined {
  return parts.get(schema)
}

function remembered<Schema extends z.ZodType>(schema: Schema, made: Parts): Schema {
  parts.set(schema, made)
  return schema
}

type Context = { issues: z.core.$ZodRawIssue[] }

/**
 * A list that costs no more than it may: its length is looked at first, and the first element that is wrong ends it. An array of zod has
 * no such end, keeps an issue for each element and a union does that once a branch: eight megabytes of `{}` would fill the heap.
 */
export function listOf<Element extends z.ZodType>(element: Element, { min = 0, max }: { min?: number; max: number }) {
  const list = z
    .array(z.unknown())
    .min(min)
    .transform((values, context): z.output<Element>[] => {
      const other = values.length > 0 ? otherKind(element.safeParse(values[0]).error) : undefined
      if (refused(values, max, other, context)) return z.NEVER
      const taken = takeAll(values.entries(), element, context)
      return taken ? taken.map(([, value]) => value) : z.NEVER
    })
  return remembered(list, { element })
}

/** The same for an object of any names. */
export function recordOf<Element extends z.ZodType>(keys: z.ZodString, element: Element, { max }: { max: number }) {
  const record = z.record(z.string(), z.unknown()).transform((given, context): Record<string, z.output<Element>> => {
    const entries = Object.entries(given)
    if (entries.length > max) {
      context.issues.push({ code: 'too_big', origin: 'object', maximum: max, inclusive: true, input: given })
      return z.NEVER
    }
    const wrong = entries.findIndex(([key]) => !keys.safeParse(key).success)
    if (wrong >= 0) {
      const key = entries[wrong]?.[0] ?? ''
      context.issues.push({ code: 'invalid_key', origin: 'record', issues: [], input: given, path: [key] })
      return z.NEVER
    }
    const taken = takeAll(entries, element, context)
    return taken ? Object.fromEntries(taken) : z.NEVER
  })
  return remembered(record, { element, keys })
}

/** Whole numbers from 0 on, looked at without a schema: there may be a million of them. */
export function tokensOf({ max }: { max: number }) {
  const element = z.int().min(0)
  const list = z
    .array(z.unknown())
    .min(1)
    .transform((values, context): number[] => {
      if (refused(values, max, otherKind(z.number().safeParse(values[0]).error), context)) return z.NEVER
      const at = values.findIndex((value) => !Number.isSafeInteger(value) || (value as number) < 0)
      if (at < 0) return values as number[]
      takeAll([[at, values[at]]], element, context)
      return z.NEVER
    })
  return remembered(list, { element })
}

/** The type that a value should have been of, where it is of another. */
function otherKind(error: z.ZodError | undefined): z.core.$ZodIssueInvalidType | undefined {
  const issue = error?.issues[0]
  return issue?.code === 'invalid_type' && issue.path.length === 0 ? issue : undefined
}

/** What a list is of is told before how long it may be: among texts, tokens and lists of them each kind has a length of its own. */
function refused(values: unknown[], max: number, other: z.core.$ZodIssueInvalidType | undefined, { issues }: Context): boolean {
  if (other) issues.push({ ...other, path: [0], input: values[0] } as z.core.$ZodRawIssue)
  else if (values.length > max) issues.push({ code: 'too_big', origin: 'array', maximum: max, inclusive: true, input: values })
  else return false
  return true
}

/** All of them parsed; null once one is wrong, which is told. */
function takeAll<Key extends PropertyKey, Element extends z.ZodType>(
  entries: Iterable<[Key, unknown]>,
  element: Element,
  context: Context,
): [Key, z.output<Element>][] | null {
  const taken: [Key, z.output<Element>][] = []
  for (const [key, value] of entries) {
    const parsed = element.safeParse(value)
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        context.issues.push({ ...issue, path: [key, ...issue.path], input: value } as z.core.$ZodRawIssue)
      return null
    }
    taken.push([key, parsed.data])
  }
  return taken
}
