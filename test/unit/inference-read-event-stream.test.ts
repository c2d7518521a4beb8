import { describe, expect, it } from 'vitest'
import { readEventStream } from '@/lib/inference/read-event-stream'

async function read(chunks: (string | Uint8Array)[]): Promise<string[]> {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      controller.close()
    },
  })
  const payloads: string[] = []
  for await (const payload of readEventStream(body)) payloads.push(payload)
  return payloads
}

describe('an event stream', () => {
  it.each<[string, string[], string[]]>([
    ['one event', ['data: {"a":1}\n\n'], ['{"a":1}']],
    ['events cut anywhere', ['da', 'ta: {"a"', ':1}\n', '\ndata: 2\n\n'], ['{"a":1}', '2']],
    ['CRLF, also cut between the two', ['data: 1\r', '\n\r\ndata: 2\r\n\r\n'], ['1', '2']],
    ['comments and other fields', [': ping\n\nevent: x\nid: 3\ndata: 1\n\n'], ['1']],
    ['several data lines', ['data: a\ndata: b\n\n'], ['a\nb']],
    ['no space after the colon', ['data:1\n\n'], ['1']],
    ['the end mark', ['data: 1\n\ndata: [DONE]\n\ndata: 2\n\n'], ['1']],
    ['an unfinished event', ['data: 1\n\ndata: 2\n'], ['1']],
  ])('reads %s', async (_name, chunks, expected) => {
    expect(await read(chunks)).toEqual(expected)
  })

  it('keeps a character whole that came in two pieces', async () => {
    const bytes = new TextEncoder().encode('data: 退款\n\n')
    expect(await read([bytes.slice(0, 7), bytes.slice(7, 10), bytes.slice(10)])).toEqual(['退款'])
  })

  it('refuses an event without an end', async () => {
    await expect(read(['x'.repeat(1_000_001)])).rejects.toThrow('no end')
  })
})
