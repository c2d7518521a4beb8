type Schema = Record<string, unknown>

/** Follows a `$ref`; null where there is none to follow. */
export type Resolve = (schema: Schema) => Schema | null

/**
 * Whether no value can be valid against both schemas, as far as it can be seen from their types, their constants and
 * the constants of properties that both require. False means: not proven.
 */
export function areDisjoint(one: unknown, other: unknown, resolve: Resolve, depth = 0): boolean {
  const [a, b] = [follow(one, resolve), follow(other, resolve)]
  if (!a || !b || depth > 8) return false
  for (const [alternatives, against] of [
    [a.anyOf ?? a.oneOf, b],
    [b.anyOf ?? b.oneOf, a],
  ]) {
    if (Array.isArray(alternatives)) return alternatives.every((part) => areDisjoint(part, against, resolve, depth + 1))
  }
  const [valuesA, valuesB] = [constantsOf(a), constantsOf(b)]
  if (valuesA && valuesB) return !valuesA.some((value) => valuesB.includes(value))
  const [typesA, typesB] = [typesOf(a), typesOf(b)]
  if (!typesA || !typesB) return false
  if (!typesA.some((type) => typesB.includes(type))) return true
  // Only objects are told apart further, by a property that both must have.
  if (typesA.join() !== 'object' || typesB.join() !== 'object') return false
  return requiredOf(a).some(
    (name) => requiredOf(b).includes(name) && areDisjoint(propertyOf(a, name), propertyOf(b, name), resolve, depth + 1),
  )
}

function follow(schema: unknown, resolve: Resolve): Schema | null {
  let now = isSchema(schema) ? schema : null
  for (let steps = 0; now && '$ref' in now; steps++) {
    if (steps > 16) return null
    now = resolve(now)
  }
  return now
}

function constantsOf(schema: Schema): string[] | null {
  const values = 'const' in schema ? [schema.const] : schema.enum
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)) : null
}

/** Whole numbers are numbers, so the two count as one type. */
function typesOf(schema: Schema): string[] | null {
  const constants = constantsOf(schema)
  if (constants) return [...new Set(constants.map((text) => typeOfValue(JSON.parse(text))))]
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type
  if (Array.isArray(types)) return types.map((type) => (type === 'integer' ? 'number' : String(type)))
  return isSchema(schema.properties) ? ['object'] : null
}

export function typeOfValue(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function requiredOf(schema: Schema): string[] {
  return Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === 'string') : []
}

function propertyOf(schema: Schema, name: string): unknown {
  return isSchema(schema.properties) ? schema.properties[name] : undefined
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
