import type { Exchange } from './exchange'
import { HttpError } from './http-error'

// What is too large is still read to its end, unless it is absurd: a client that is cut off while it sends sees a
// broken connection in place of the 413.
const DRAINED = 16
// JSON.parse takes any depth; whatever walks through it afterwards would run out of stack.
const MAX_DEPTH = 200

/** Two thousand texts of a page, for the models of meaning. */
export const MAX_SIDE_BODY_BYTES = 8_000_000

/**
 * The JSON body of a request, whatever its content type says: clients that send none are many.
 *
 * @param mostBytes where a body may have another size than `limits.maxBodyBytes`
 * @throws HttpError 413 for one that is larger; 503 while others' bodies fill the room for all; 400 when it is not
 * UTF-8, not JSON or too deep; 415 when it is compressed
 */
export async function readBody(exchange: Exchange, mostBytes?: number): Promise<{ json: unknown }> {
  const { request, limits, bodies } = exchange
  const encoding = request.headers['content-encoding'] ?? ''
  if (encoding !== '' && encoding.toLowerCase() !== 'identity')
    throw new HttpError(415, 'unsupported_encoding', 'The body must not be compressed.')
  const { maxBodiesBytes } = limits
  const maxBodyBytes = mostBytes ?? limits.maxBodyBytes
  const chunks: Buffer[] = []
  let size = 0
  let held = 0
  let isCrowded = false
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      isCrowded ||= bodies.bytes + chunk.length > maxBodiesBytes
      if (size <= maxBodyBytes && !isCrowded) {
        chunks.push(chunk)
        held += chunk.length
        bodies.bytes += chunk.length
      } else if (size > maxBodyBytes * DRAINED) break
    }
    if (size > maxBodyBytes) throw new HttpError(413, 'payload_too_large', `The body has more than ${maxBodyBytes} bytes.`)
    if (isCrowded) throw new HttpError(503, 'overloaded', 'Too many large requests at once.', { headers: { 'retry-after': '2' } })
    exchange.bodyBytes = size
    return { json: parse(Buffer.concat(chunks)) }
  } finally {
    bodies.bytes -= held
  }
}

/** Counts a body among those that are being read until its words are: that takes turns, and others come meanwhile. */
export async function whileHeld<Done>({ bodies, bodyBytes }: Exchange, work: () => Promise<Done>): Promise<Done> {
  bodies.bytes += bodyBytes
  try {
    return await work()
  } finally {
    bodies.bytes -= bodyBytes
  }
}

function parse(body: Buffer): unknown {
  if (isDeep(body)) throw new HttpError(400, 'invalid_json', `The body is nested deeper than ${MAX_DEPTH}.`)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (cause) {
    const message = 'We could not parse the JSON body of your request: it must be valid JSON in UTF-8.'
    throw new HttpError(400, 'invalid_json', message, { cause })
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...Buffer.from('"\\[]{}')]

function isDeep(body: Buffer): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]
    if (isInString) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) isInString = false
    } else if (byte === QUOTE) isInString = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth++
      if (depth > MAX_DEPTH) return true
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--
  }
  return false
}
