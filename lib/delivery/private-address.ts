import dns, { type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The address is one that no customer's system on the internet has. */
export class PrivateAddressError extends Error {
  readonly code = 'private_address'
  constructor() {
    super('The address lies in a private network.')
    this.name = 'PrivateAddressError'
  }
}

/**
 * Whether an IP address belongs to a machine of our own, its network or nobody: anything but public unicast. IPv6 forms
 * that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) are refused or judged by what they carry.
 */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true
  return ipaddr.process(address).range() !== 'unicast'
}

/**
 * Refuses a URL whose host is written as a private address; a name is judged when it is resolved. WHATWG URLs have one
 * spelling for an address: `http://0x7f.1` reads as 127.0.0.1 here.
 * @throws PrivateAddressError
 */
export function refusePrivateHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(host) && isPrivateAddress(host)) throw new PrivateAddressError()
}

/**
 * A `lookup` for a socket that refuses names with any private address. What it has judged is what the socket connects
 * to: a name that answers differently the second time gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, [])
    if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address))) return callback(new PrivateAddressError(), [])
    const [first] = addresses
    if (options.all || !first) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}
