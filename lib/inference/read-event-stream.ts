/** An event longer than this is not a chunk of an answer. */
const MAX_EVENT_CHARS = 1_000_000

/**
 * The `data:` payloads of a server-sent event stream, in order, without the closing `[DONE]`.
 * Field parsing after https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let pending = ''
  let data: string[] = []
  for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) {
    pending += decoder.decode(bytes, { stream: true })
    if (pending.length > MAX_EVENT_CHARS) throw new Error('an event of the stream has no end')
    const lines = pending.split(/\r\n|\n|\r(?!$)/)
    pending = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
      if (line !== '' || data.length === 0) continue
      const payload = data.join('\n')
      data = []
      if (payload === '[DONE]') return
      yield payload
    }
  }
}
