import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Who waits on a connection: one listener for all, since a client may send any number of requests ahead of their answers. */
const waiting = new WeakMap<Socket, Set<AbortController>>()

/**
 * Aborted when the client goes. The response alone does not say so: one that stands behind another on its connection has no socket yet, and
 * never closes.
 */
export function hangUpSignal({ request: { socket }, response }: { request: IncomingMessage; response: ServerResponse }): AbortSignal {
  const hangUp = new AbortController()
  if (socket.destroyed) hangUp.abort()
  const all = waiting.get(socket) ?? watch(socket)
  all.add(hangUp)
  response.once('close', () => {
    all.delete(hangUp)
    hangUp.abort()
  })
  return hangUp.signal
}

function watch(socket: Socket): Set<AbortController> {
  const all = new Set<AbortController>()
  waiting.set(socket, all)
  socket.once('close', () => {
    for (const hangUp of all) hangUp.abort()
    all.clear()
  })
  return all
}
