import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { HttpError } from './http-error'
import { readJson } from './read-json'

/** Two thousand texts of a page. */
const MAX_BODY_BYTES = 8_000_000

/**
 * The body of a request, as its schema wants it.
 *
 * @throws HttpError 400 that names the first parameter that is wrong, and never its value; 413 above 8 MB
 */
export async function parseBody<Schema extends z.ZodType>(request: IncomingMessage, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await readJson(request, MAX_BODY_BYTES))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const param = issue?.path.join('.') || undefined
  throw new HttpError(400, 'invalid_value', param ? `${param}: ${issue?.message}` : 'The body must be an object.', { param })
}
