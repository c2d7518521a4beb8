import { AppError } from '@/lib/errors'
import { describeError, log } from '@/lib/log'

/** Sends one event; what it carries must be JSON. */
export type Send = (event: string, data: unknown) => void

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform keeps proxies and Next's gzip from holding events back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/** Whether the caller asked for server-sent events. */
export function wantsEventStream(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/event-stream')
}

/**
 * A response that ends when `produce` does. A failure is sent as `event: error`, since the status has left already;
 * `signal` is aborted when the caller goes away.
 */
export function eventStream(request: Request, produce: (send: Send, signal: AbortSignal) => Promise<void>): Response {
  const encoder = new TextEncoder()
  const gone = new AbortController()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send: Send = (event, data) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
      }
      try {
        await produce(send, AbortSignal.any([gone.signal, request.signal]))
      } catch (error) {
        if (gone.signal.aborted || request.signal.aborted) return
        const isExpected = error instanceof AppError
        if (!isExpected) log.error({ event: 'stream.failed', cause: describeError(error) })
        send('error', {
          error: {
            code: isExpected ? error.code : 'internal',
            message: isExpected ? error.message : 'Something went wrong on our side. It has been logged.',
          },
        })
      }
      if (!gone.signal.aborted) controller.close()
    },
    cancel() {
      gone.abort()
    },
  })
  return new Response(stream, { headers: HEADERS })
}
