import type { Exchange } from './exchange'
import { PacedWriter } from './paced-writer'

/** Answers with JSON; a client that does not read it loses its connection. */
export function sendJson(
  { response, limits }: Pick<Exchange, 'response' | 'limits'>,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
  new PacedWriter(response, limits).end(text)
}
