import { type ZodType, z } from 'zod'

export type JsonSchema = Record<string, unknown>

/** A schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1: what may be sent (`input`), or what is answered (`output`). */
export function toJsonSchema(schema: ZodType, io: 'input' | 'output'): JsonSchema {
  const {
    $schema: _dialect,
    '~standard': _standard,
    ...json
  } = z.toJSONSchema(schema, {
    io,
    // A Date is how the house writes a moment; on the wire it is a text.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
      // Answers may get further fields; whoever reads them should not mind.
      if (io === 'output') delete jsonSchema.additionalProperties
    },
  }) as JsonSchema
  return json
}
