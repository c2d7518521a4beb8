import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

export type PageBytes = { html: string; bytes: number; gzipped: number }

/**
 * The first HTML of a page, and what it weighs plain and as it is served to a browser.
 * @param cookie who asks, and in which language
 * @throws Error when the answer is not 200, or not compressed
 */
export async function countPageBytes(url: string, cookie: string): Promise<PageBytes> {
  // Not fetch, which says nothing of what came over the wire.
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { cookie, accept: 'text/html', 'accept-encoding': 'gzip' } }, resolve).on('error', reject)
  })
  const served = await buffer(response)
  if (response.statusCode !== 200 || response.headers['content-encoding'] !== 'gzip')
    throw new Error(`${url} was answered ${response.statusCode}, ${response.headers['content-encoding'] ?? 'not compressed'}.`)
  const html = gunzipSync(served)
  return { html: html.toString('utf8'), bytes: html.length, gzipped: served.length }
}
