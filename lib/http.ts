import { ZodError, type ZodType, z } from 'zod'
import { AppError, type ErrorCode, statusOf } from '@/lib/errors'
import { describeError, log } from '@/lib/log'

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

function errorResponse(code: ErrorCode, message: string, details?: unknown): Response {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (code === 'method_not_allowed' && isAllowDetails(details)) headers.allow = details.allow.join(', ')
  if (code === 'unauthorized') headers['www-authenticate'] = 'Bearer'
  if (code === 'rate_limited' && isRetryDetails(details)) headers['retry-after'] = String(details.retryAfterSeconds)
  return Response.json({ error: { code, message, ...(details !== undefined && { details }) } }, { status: statusOf(code), headers })
}

function isRetryDetails(details: unknown): details is { retryAfterSeconds: number } {
  return typeof details === 'object' && details !== null && 'retryAfterSeconds' in details
}

function isAllowDetails(details: unknown): details is { allow: string[] } {
  return typeof details === 'object' && details !== null && 'allow' in details && Array.isArray(details.allow)
}

/** Turns what a handler throws into the response a machine can read. The one place where errors become responses. */
export function route<Context = unknown>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context)
    } catch (error) {
      if (error instanceof AppError) {
        if (error.code === 'internal') log.error({ event: 'http.failed', path: new URL(request.url).pathname, cause: describeError(error) })
        return errorResponse(error.code, error.message, error.details)
      }
      if (error instanceof ZodError) return errorResponse('unprocessable', 'The request has fields that are not right.', zodDetails(error))
      log.error({ event: 'http.failed', path: new URL(request.url).pathname, cause: describeError(error) })
      return errorResponse('internal', 'Something went wrong on our side. It has been logged.')
    }
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What an address for machines answers to the methods that it has no door for: 405 in the words of every other error, and in
 * `Allow` the methods there are. Next by itself answers an empty body, and says nothing of the others.
 */
export function refuseOthers(...own: Method[]): Record<Method | 'OPTIONS', Handler<unknown>> {
  const allow = [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS']
  const refuse = route(() => {
    throw new AppError('method_not_allowed', `This address takes ${own.join(' and ')}.`, { details: { allow } })
  })
  const list = () => new Response(null, { status: 204, headers: { allow: allow.join(', ') } })
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: list }
}

/** The fields that are wrong: `[{path: "message.text", message: "…"}]`. */
function zodDetails(error: ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}

/**
 * The body's bytes as they came.
 * @throws AppError payload_too_large past `maxBytes`; reading stops there. unsupported_media_type, before it begins: no door reads
 *   what is compressed, which may be a thousand times what it seems, or a form in parts
 */
export async function readRawBody(request: Request, maxBytes: number): Promise<Buffer> {
  refuseWrapped(request.headers)
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > maxBytes) throw tooLarge(maxBytes)
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuseWrapped(headers: Headers): void {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() || 'identity'
  if (encoding !== 'identity') {
    throw new AppError('unsupported_media_type', `A body is not read in Content-Encoding ${encoding.slice(0, 40)}. Send it as it is.`)
  }
  if (/^\s*multipart\//i.test(headers.get('content-type') ?? '')) {
    throw new AppError('unsupported_media_type', 'Forms in parts (multipart) are not read here. Send JSON, or the file itself as the body.')
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('payload_too_large', `The body is larger than ${maxBytes} bytes.`, { details: { maxBytes } })
}

/**
 * Bytes → JSON value. UTF-8 must be whole: a broken sequence is the sender's error and would be stored as junk.
 * @throws AppError bad_request
 */
export function decodeJson(raw: Uint8Array): unknown {
  if (raw.byteLength === 0) throw new AppError('bad_request', 'The body is empty; it must be JSON.')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch (cause) {
    throw new AppError('bad_request', 'The body is not valid UTF-8.', { cause })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad_request', 'The body is not valid JSON.', { cause })
  }
}

/** Default limit of a JSON body: a 100 KB message in the widest escaping (`\\uXXXX`, 6 bytes a character) still fits. */
export const MAX_JSON_BYTES = 1_000_000

/**
 * Reads and checks a JSON body.
 * @throws AppError bad_request, payload_too_large, unsupported_media_type, unprocessable (with the fields that are wrong)
 */
export async function parseJson<T>(request: Request, schema: ZodType<T>, maxBytes = MAX_JSON_BYTES): Promise<T> {
  return schema.parse(decodeJson(await readRawBody(request, maxBytes)))
}

/** Checks the query string against a schema; a repeated parameter keeps its last value. */
export function parseQuery<T>(request: Request, schema: ZodType<T>): T {
  return schema.parse(Object.fromEntries(new URL(request.url).searchParams))
}

/** Path parameters that are ids; a malformed id is simply not found. */
export function parseId(id: string): string {
  const result = z.uuid().safeParse(id)
  if (!result.success) throw new AppError('not_found', 'There is nothing under this id.')
  return result.data
}
