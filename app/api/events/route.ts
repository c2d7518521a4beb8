import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { AppError } from '@/lib/errors'
import { subscribe } from '@/lib/events'
import { route } from '@/lib/http'

export const dynamic = 'force-dynamic'

/** Proxies close a connection that is silent for a minute; ours is never silent that long. */
const HEARTBEAT_MS = 15_000
/** A page too slow to read for this many events has more use for a fresh start. */
const MAX_BEHIND = 500

/** What happens on the desk, for our own pages: one JSON event a message, `{"kind":"resync"}` after a gap. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const encoder = new TextEncoder()
  let end = () => {}
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false
        const send = (text: string) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) < -MAX_BEHIND) return end()
          controller.enqueue(encoder.encode(text))
        }
        const unsubscribe = subscribe(
          (event) => send(`data: ${JSON.stringify(event)}\n\n`),
          () => send('data: {"kind":"resync"}\n\n'),
        )
        // Signed out, or the account closed: what happens on the desk is no longer this browser's business.
        const check = () => requireAgentRequest(request).then(() => send(': still here\n\n'), endIfShut)
        const endIfShut = (error: unknown) => (error instanceof AppError ? end() : send(': still here\n\n'))
        const heartbeat = setInterval(() => void check(), HEARTBEAT_MS)
        end = () => {
          if (isOver) return
          isOver = true
          clearInterval(heartbeat)
          unsubscribe()
          if (!isCancelled) controller.close()
        }
        request.signal.addEventListener('abort', end)
        // Whatever happened between the page and its stream was not heard.
        send('retry: 2000\ndata: {"kind":"resync"}\n\n')
      },
      cancel: () => {
        isCancelled = true
        end()
      },
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // no-transform: gzip would hold back what must arrive now.
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
})
