import { once } from 'node:events'
import type { ChatRequest } from './chat-schema'
import type { Exchange } from './exchange'
import { HttpError } from './http-error'

/** A server with a Qwen-VL, where chats with images go. */
export type Vision = {
  url: string
  apiKey?: string
  /** How it calls its model; without it the name that the client gave is passed on. */
  model?: string
}

/** Whether any message shows an image. */
export function hasImages({ messages }: ChatRequest): boolean {
  return messages.some(({ content }) => Array.isArray(content) && content.some((part) => part.type === 'image_url'))
}

/**
 * Passes a chat with images on as it is, and the answer back as it comes, streamed or not. A server that says nothing for
 * too long is given up; the client of half an answer loses its connection.
 *
 * @throws HttpError 400 that names the part when there is no such server, 502 when it cannot be reached
 */
export async function forwardImages({ vision, response, headers, limits }: Exchange, body: Record<string, unknown>): Promise<void> {
  if (!vision) {
    const message = 'Invalid content type. image_url is only supported by vision models, and no VISION_URL is set on this server.'
    throw new HttpError(400, 'invalid_value', message, { param: imagePath(body.messages) })
  }
  const hangUp = new AbortController()
  response.once('close', () => hangUp.abort())
  const giveUp = () => hangUp.abort(new Error('nothing came in time'))
  const patience = setTimeout(giveUp, limits.visionFirstMs)
  const answer = await fetch(`${vision.url.replace(/\/$/, '')}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(vision.apiKey && { authorization: `Bearer ${vision.apiKey}` }) },
    body: JSON.stringify({ ...body, ...(vision.model && { model: vision.model }) }),
    signal: hangUp.signal,
  })
    .catch((cause: unknown) => {
      throw new HttpError(response.destroyed ? 499 : 502, 'vision_unreachable', 'The vision server cannot be reached.', { cause })
    })
    .finally(() => clearTimeout(patience))
  const passed = ['content-type', 'cache-control', 'retry-after'].flatMap((name) => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  response.writeHead(answer.status, { ...headers, ...Object.fromEntries(passed) })
  response.flushHeaders()
  const stall = setTimeout(giveUp, limits.visionStallMs)
  try {
    const pieces = answer.body as unknown as AsyncIterable<Uint8Array> | null
    for await (const piece of pieces ?? []) {
      stall.refresh()
      // A client that reads slowly slows the other server down, not this process up.
      if (!response.write(piece)) await once(response, 'drain', { signal: hangUp.signal })
    }
    response.end()
  } catch {
    // Half an answer must not look like a whole one.
    response.destroy()
  } finally {
    clearTimeout(stall)
  }
}

function imagePath(messages: unknown): string {
  if (Array.isArray(messages)) {
    for (const [index, message] of messages.entries()) {
      const parts: unknown = message?.content
      const at = Array.isArray(parts) ? parts.findIndex((part) => part?.type === 'image_url') : -1
      if (at >= 0) return `messages[${index}].content[${at}].type`
    }
  }
  return 'messages'
}
