import { once } from 'node:events'
import type { ChatRequest } from './chat-schema'
import type { Exchange } from './exchange'
import { hangUpSignal } from './hang-up'
import { HttpError } from './http-error'

/** A server with a Qwen-VL, where chats with images go. */
export type Vision = {
  url: string
  apiKey?: string
  /** How it calls its model; without it the name that the client gave is passed on. */
  model?: string
}

// Of Qwen's tokens: English has more bytes in each, Chinese about as many.
const TOKEN_BYTES = 4
// What Qwen-VL makes of a large image by its own defaults (1,280 patches of 28 by 28 pixels).
const IMAGE_TOKENS = 1_280

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
export async function forwardImages(exchange: Exchange, body: ChatRequest): Promise<void> {
  const { vision, response, limits } = exchange
  if (!vision) {
    const message = 'Invalid content type. image_url is only supported by vision models, and no VISION_URL is set on this server.'
    throw new HttpError(400, 'invalid_value', message, { param: imagePath(body.messages) })
  }
  exchange.spend(promptTokens(body))
  const late = new AbortController()
  const signal = AbortSignal.any([hangUpSignal(exchange), late.signal])
  const giveUp = () => late.abort(new Error('nothing came in time'))
  const patience = setTimeout(giveUp, limits.visionFirstMs)
  const answer = await fetch(`${vision.url.replace(/\/$/, '')}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(vision.apiKey && { authorization: `Bearer ${vision.apiKey}` }) },
    body: JSON.stringify({ ...body, ...(vision.model && { model: vision.model }) }),
    signal,
  })
    .catch((cause: unknown) => {
      throw new HttpError(response.destroyed ? 499 : 502, 'vision_unreachable', 'The vision server cannot be reached.', { cause })
    })
    .finally(() => clearTimeout(patience))
  const passed = ['content-type', 'cache-control', 'retry-after'].flatMap((name) => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  response.writeHead(answer.status, { ...exchange.headers, ...Object.fromEntries(passed) })
  response.flushHeaders()
  const stall = setTimeout(giveUp, limits.visionStallMs)
  const written = new WrittenTokens()
  try {
    const pieces = answer.body as unknown as AsyncIterable<Uint8Array> | null
    for await (const piece of pieces ?? []) {
      stall.refresh()
      written.push(piece)
      // A client that reads slowly slows the other server down, not this process up.
      if (!response.write(piece)) await once(response, 'drain', { signal })
    }
    response.end()
  } catch {
    // Half an answer must not look like a whole one.
    response.destroy()
  } finally {
    clearTimeout(stall)
    exchange.spend(written.count, true)
  }
}

/** About as many tokens as the vision server will read; its tokenizer is not here. */
function promptTokens({ messages }: ChatRequest): number {
  return messages.reduce((sum, { content }) => {
    if (typeof content === 'string') return sum + tokensOf(content)
    return (content ?? []).reduce((inner, part) => inner + (part.type === 'text' ? tokensOf(part.text) : IMAGE_TOKENS), sum)
  }, 0)
}

function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / TOKEN_BYTES)
}

/** Tokens of an answer that passes by: as its usage says, or else an event each, or by its length. */
class WrittenTokens {
  #end = ''
  #bytes = 0
  #events = 0

  push(piece: Uint8Array): void {
    const text = Buffer.from(piece).toString('latin1')
    this.#bytes += piece.length
    this.#events += text.split('data: {').length - 1
    // Usage is the last thing that is said.
    this.#end = (this.#end + text).slice(-2_000)
  }

  get count(): number {
    const [, told] = /.*"completion_tokens"\s*:\s*(\d{1,9})/s.exec(this.#end) ?? []
    if (told !== undefined) return Number(told)
    return this.#events > 0 ? this.#events : Math.ceil(this.#bytes / TOKEN_BYTES)
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
