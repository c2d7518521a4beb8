import type { Duplex } from 'node:stream'

/** A client that is sent away may read so long why. */
const LEAVE_MS = 1_000

/**
 * What is no HTTP at all, or takes too long to become some, gets an answer that is, and nothing is logged: anyone can send it. For a
 * server's `clientError`.
 */
export function sendAway(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const line =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? '408 Request Timeout'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  // Whoever does not hang up in turn would keep a place among all connections, for ever.
  setTimeout(() => socket.destroy(), LEAVE_MS).unref()
}
