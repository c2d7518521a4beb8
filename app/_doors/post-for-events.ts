'use client'

import { type ErrorCode, errorCodes } from '@/lib/errors'
import type { Problem } from './attempt'

type Asking = { signal: AbortSignal; onEvent: (event: string, data: unknown) => void }

/**
 * Posts JSON to a route of ours that answers with server-sent events, and hands them on in order.
 * @returns what went wrong, null when the stream came to its end; also null when `signal` ended it
 */
export async function postForEvents(url: string, body: unknown, { signal, onEvent }: Asking): Promise<Problem | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(body),
      signal,
    })
    if (!response.ok || !response.body) return { code: codeOf(await response.json()) }
    let problem: Problem | null = null
    await readEvents(response.body, (event, data) => {
      if (event === 'error') problem = { code: codeOf(data) }
      else onEvent(event, data)
    })
    return problem
  } catch {
    // The caller's own end, or a connection that did not come about or broke.
    return signal.aborted ? null : { code: 'offline' }
  }
}

// By hand: zod would be an eighth of all scripts that the desk loads (test/e2e/script-budget.test.ts).
function codeOf(body: unknown): ErrorCode {
  const { error } = (body ?? {}) as { error?: { code?: unknown } }
  return errorCodes.find((code) => code === error?.code) ?? 'internal'
}

async function readEvents(body: ReadableStream<Uint8Array>, onEvent: (event: string, data: unknown) => void): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let pending = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const blocks = (pending + decoder.decode(value, { stream: true })).split('\n\n')
    pending = blocks.pop() ?? ''
    for (const block of blocks) {
      const [first = '', second = ''] = block.split('\n')
      onEvent(first.replace('event: ', ''), JSON.parse(second.replace('data: ', '')))
    }
  }
}
