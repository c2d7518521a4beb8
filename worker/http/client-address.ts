import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { HttpError } from './http-error'

type Range = [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number]

/**
 * Addresses and blocks, `10.0.0.0/8`, `fd00::/8`, `192.0.2.7`.
 *
 * @throws Error when one is neither
 */
export function parseRanges(texts: string[]): Range[] {
  return texts.map((text) => {
    const [base = ''] = text.split('/')
    // ipaddr.js reads `10.1/16` as 10.0.0.1/16, which is not what was meant.
    if (!base.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(base)) throw new Error(`${text} is no address`)
    const address = ipaddr.parse(base)
    const [, bits] = text.includes('/') ? ipaddr.parseCIDR(text) : [address, address.kind() === 'ipv4' ? 32 : 128]
    // A client in such clothes has been given its IPv4 address by then.
    if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= 96) return [address.toIPv4Address(), bits - 96]
    return [address, bits]
  })
}

/** Whom an address belongs to, as far as limits go: of IPv6 everyone has a block of 64 bits, with more addresses than could be counted. */
export function networkOf(address: string): string {
  const parsed = normal(address)
  if (!(parsed instanceof ipaddr.IPv6)) return address
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`)}/64`
}

/**
 * The address that a request comes from. Proxies that are trusted have each added the address they saw to the end of
 * X-Forwarded-For, so it is read from right to left and only as far as trusted hands go; what stands before that anyone
 * could have written.
 */
export function clientAddress(request: IncomingMessage, trusted: Range[]): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  let address = normal(request.socket.remoteAddress ?? '')
  while (address !== null && isIn(address, trusted)) {
    const before = forwarded.pop()?.trim()
    if (!before) break
    address = normal(before)
  }
  // What is no address is nobody's: no list allows it.
  return address?.toString() ?? 'unknown'
}

/** @throws HttpError 403 for an address that is on no list; an empty list allows all */
export function requireAllowed(address: string, allowed: Range[]): void {
  if (allowed.length === 0) return
  const parsed = normal(address)
  if (parsed && isIn(parsed, allowed)) return
  throw new HttpError(403, 'ip_not_allowed', 'Requests from your address are not allowed.')
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, ranges: Range[]): boolean {
  return ranges.some(([base, bits]) => address.kind() === base.kind() && address.match(base, bits))
}

/** An IPv4 address in IPv6 clothes is an IPv4 address; proxies may add a port. */
function normal(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text.split('%')[0] ?? ''
  // ipaddr.js also reads `127.1` and `0x7f.1`, which nothing that adds addresses writes.
  if (!ipaddr.isValid(bare) || (!bare.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(bare))) return null
  return ipaddr.process(bare)
}
