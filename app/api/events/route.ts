import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { AppError } from '@/lib/errors'
import { covers, readPosition, replayEvents, writePosition } from '@/lib/event-log'
import { type DeskEvent, listening, subscribe } from '@/lib/events'
import { route } from '@/lib/http'
import { describeError, log } from '@/lib/log'

export const dynamic = 'force-dynamic'

/** Proxies close a connection that is silent for a minute; ours is never silent that long. */
const HEARTBEAT_MS = 15_000
/** A page too slow to read for this many events has more use for a fresh start. */
const MAX_BEHIND = 500

const RESYNC = { kind: 'resync' } as const
const RESUMED = { kind: 'resumed' } as const
type Announced = { event: DeskEvent | typeof RESYNC | typeof RESUMED; heard: { id: number; position: string } | null }

function message(event: Announced['event'], position?: string): string {
  return `${position ? `id: ${position}\n` : ''}data: ${JSON.stringify(event)}\n\n`
}

/**
 * What happens on the desk, for our own pages: one JSON event a message. A page that comes back with `Last-Event-ID`, or with `?after=` where the
 * browser has given the connection up, first hears what it missed; `{"kind":"resync"}` tells it to read everything again, where that is not known.
 */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const after = readPosition(request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after'))
  const encoder = new TextEncoder()
  let end = () => {}
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let isOver = false
        const send = (text: string) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) < -MAX_BEHIND) return end()
          controller.enqueue(encoder.encode(text))
        }
        /** What is heard while the past is being read; null once that is told. */
        let early: Announced[] | null = []
        const tell = (announced: Announced) => (early ? early.push(announced) : send(message(announced.event, announced.heard?.position)))
        const unsubscribe = subscribe(
          (event, heard) => tell({ event, heard }),
          () => tell({ event: RESYNC, heard: null }),
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
        try {
          await listening()
          const { events, position } = await replayEvents(after)
          const missed = events?.map(({ payload }) => `data: ${payload}\n\n`).join('') ?? ''
          // The number comes with the last one: whoever is cut off before it hears them all again.
          send(`retry: 2000\n${missed}${message(events ? RESUMED : RESYNC, writePosition(position))}`)
          for (const { event, heard } of early) if (!heard || !covers(position, heard.id)) send(message(event, heard?.position))
          early = null
        } catch (cause) {
          log.warn({ event: 'events.replay', cause: describeError(cause) })
          end()
        }
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
