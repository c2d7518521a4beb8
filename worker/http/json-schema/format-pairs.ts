import { z } from 'zod'
import { FORMATS } from './formats'

/** What zod writes for its own kinds of text: a format, and beside it the pattern that says all of it. */
const WRITTEN = [
  z.email(),
  z.guid(),
  z.uuid(),
  ...(['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'] as const).map((version) => z.uuid({ version })),
  z.iso.date(),
  ...[undefined, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((precision) => [false, true].map((offset) => z.iso.datetime({ precision, offset }))),
  z.ipv4(),
  z.ipv6(),
  z.cidrv4(),
  z.cuid(),
  z.cuid2(),
  z.ulid(),
  z.xid(),
  z.ksuid(),
  z.nanoid(),
  z.base64(),
  z.base64url(),
  z.e164(),
]

/** Zod from 4.0 on looked ahead in its addresses, which no grammar can; this is within what it said. */
const EMAIL_LOOKING_AHEAD = "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$"
const EMAIL = '^[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9][A-Za-z0-9-]*\\.)+[A-Za-z]{2,}$'
/** The same version knew no UUID of ones alone. */
const UUID_BEFORE =
  '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000)$'

const PAIRS = new Map<string, string>([
  [`email ${EMAIL_LOOKING_AHEAD}`, EMAIL],
  [`uuid ${UUID_BEFORE}`, UUID_BEFORE],
])
// What looks ahead in these is in our own forms of them.
for (const schema of [z.hostname(), z.iso.duration()]) {
  const { format, pattern } = z.toJSONSchema(schema)
  if (format !== undefined && pattern !== undefined) PAIRS.set(`${format} ${pattern}`, `^(${FORMATS[format]})$`)
}
for (const schema of WRITTEN) {
  const { format, pattern } = z.toJSONSchema(schema)
  if (format !== undefined && pattern !== undefined) PAIRS.set(`${format} ${pattern}`, pattern)
}

/** The pattern that keeps to both, where format and pattern are known to say the same; null where that is not known. */
export function knownPair(format: unknown, pattern: string): string | null {
  return PAIRS.get(`${String(format)} ${pattern}`) ?? null
}
