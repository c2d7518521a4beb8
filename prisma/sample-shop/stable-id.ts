import { createHash } from 'node:crypto'

/** The UUID of a sample row, the same on every machine and at every seeding; version 8, the one left to the maker (RFC 9562). */
export function stableId(
  kind: 'channel' | 'rule' | 'revision' | 'contact' | 'ticket' | 'message' | 'delivery' | 'suggestion' | 'macro' | 'attachment',
  key: string,
): string {
  const bytes = createHash('sha256').update(`deskhand sample shop\0${kind}\0${key}`).digest()
  bytes[6] = 0x80 | (bytes.readUInt8(6) & 0x0f)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
