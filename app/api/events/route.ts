import { requireAgentRequest } from '@/lib/auth/require-agent-request'
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
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) < -MAX_BEHIND) return end()
          controller.enqueue(encoder.encode(text))
        }
        const unsubscribe = subscribe(
          (event) => send(`data: ${JSON.stringify(event)}\n\n`),
          () => send('data: {"kind":"resync"}\n\n'),
        )
        const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
        let isOver = false
        end = () => {
          if (isOver) return
          isOver = true
          clearInterval(heartbeat)
          unsubscribe()
          controller.close()
        }
        request.signal.addEventListener('abort', end)
        send('retry: 2000\n\n')
      },
      cancel: () => end(),
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
