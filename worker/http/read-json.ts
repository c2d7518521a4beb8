import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-error'

// What is too large is still read to its end, unless it is absurd: a client that is cut off while it sends sees a
// broken connection in place of the 413.
const DRAINED = 16

/**
 * The JSON body of a request.
 *
 * @throws HttpError 413 above `maxBytes`; 400 when it is not UTF-8 or not JSON
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
    else if (size > maxBytes * DRAINED) break
  }
  if (size > maxBytes) throw new HttpError(413, 'payload_too_large', `The body has more than ${maxBytes} bytes.`)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (cause) {
    throw new HttpError(400, 'invalid_json', 'The body is not valid JSON in UTF-8.', { cause })
  }
}
