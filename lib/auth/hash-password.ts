import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's password storage sheet: N=2^15 with r=8, p=3 is as strong as its first choice, in 32 MiB instead of 128. */
const COST = { log2N: 15, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32
/** A hash is our own, but a stored string must never be able to ask for the whole machine. */
const MAX_LOG2_N = 17
const FORMAT = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/

type Cost = typeof COST

function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 2 * 128 * 2 ** log2N * r }
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed with another input method or keyboard is the same password.
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** scrypt, off the main thread: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, COST)
  return `$scrypt$ln=${COST.log2N},r=${COST.r},p=${COST.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** A hash of nothing, of today's cost: an unknown user takes as long to refuse as a known one. */
const NOBODY = `$scrypt$ln=${COST.log2N},r=${COST.r},p=${COST.p}$${randomBytes(SALT_BYTES).toString('base64url')}$${randomBytes(HASH_BYTES).toString('base64url')}`

/**
 * Whether the password is the one that was hashed. Give null for a user who does not exist: false, after the same time.
 * A string that is no hash of ours is never matched.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, log2N, r, p, salt, hash] = FORMAT.exec(stored ?? NOBODY) ?? []
  if (!salt || !hash || Number(log2N) > MAX_LOG2_N) return false
  const expected = Buffer.from(hash, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), { log2N: Number(log2N), r: Number(r), p: Number(p) })
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
