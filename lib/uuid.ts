import { randomBytes } from 'node:crypto'

/**
 * A new UUID, version 7 (RFC 9562): its first 48 bits are the time, so rows made together lie together in an index.
 * For SQL written by hand; Prisma makes its own, and PostgreSQL has `uuidv7()` only from version 18 on.
 */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
