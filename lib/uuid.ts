import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/**
 * A new UUID, version 7 (RFC 9562): its first 48 bits are the time, so rows made together lie together in an index, and the
 * next 12 count on within a millisecond (section 6.2, method 1), so rows made one after the other by one process, such as the
 * files of a message, stand in that order.
 * For SQL written by hand; Prisma makes its own, and PostgreSQL has `uuidv7()` only from version 18 on.
 */
export function newId(): string {
  const bytes = randomBytes(16)
  const now = Date.now()
  counter += 1
  if (now > lastMs) {
    lastMs = now
    // The highest bit stays free for counting.
    counter = bytes.readUInt16BE(6) & 0x7ff
  } else if (counter > 0xfff) {
    lastMs += 1
    counter = 0
  }
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
