import { expect, test } from 'vitest'
import { delayAfter, judgeAnswer, judgeError, MAX_ATTEMPTS } from '@/lib/delivery/judge-attempt'
import { isPrivateAddress, PrivateAddressError, refusePrivateHost } from '@/lib/delivery/private-address'

test.each([
  [200, 'sent'],
  [204, 'sent'],
  [301, 'failed'],
  [400, 'failed'],
  [401, 'failed'],
  [404, 'failed'],
  [408, 'again'],
  [409, 'again'],
  [410, 'failed'],
  [425, 'again'],
  [429, 'again'],
  [500, 'again'],
  [503, 'again'],
])('an answer %i means %s', (status, outcome) => {
  expect(judgeAnswer({ status, retryAfterSeconds: null }).outcome).toBe(outcome)
})

const failure = (fields: { code?: string; name?: string }) => Object.assign(new Error('x'), fields)

test.each([
  [failure({ code: 'ECONNREFUSED' }), 'again', 'refused'],
  [failure({ code: 'ENOTFOUND' }), 'again', 'name_unknown'],
  [failure({ name: 'TimeoutError' }), 'again', 'timeout'],
  [failure({ code: 'ABORT_ERR' }), 'again', 'timeout'],
  [failure({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'again', 'tls'],
  [failure({ code: 'ESOMETHING' }), 'again', 'network'],
  [new PrivateAddressError(), 'failed', 'private_address'],
  ['no error at all', 'again', 'network'],
])('%s means %s, %s', (error, outcome, errorCode) => {
  expect(judgeError(error)).toEqual({ outcome, errorCode })
})

test('attempts come further and further apart, with a fifth of jitter, and end', () => {
  const middles = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => delayAfter(index + 1, null, 0.5) ?? 0)
  expect(middles).toEqual([5_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000, 18_000_000])
  expect(delayAfter(1, null, 0)).toBe(4_000)
  expect(delayAfter(1, null, 1)).toBe(6_000)
  expect(delayAfter(MAX_ATTEMPTS)).toBeNull()
})

test('a receiver may ask for more time, an hour at most, and never for less', () => {
  expect(delayAfter(1, 60, 0.5)).toBe(60_000)
  expect(delayAfter(1, 1_000_000, 0.5)).toBe(3_600_000)
  expect(delayAfter(4, 1, 0.5)).toBe(600_000)
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  'not an address',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true)
})

test.each(['8.8.8.8', '203.119.25.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(isPrivateAddress(address)).toBe(false)
})

test.each(['http://127.0.0.1/', 'http://127.1/', 'http://0x7f000001/', 'http://2130706433/', 'http://[::1]/', 'http://[::ffff:7f00:1]/'])(
  'the host of %s is refused before any look-up',
  (url) => {
    expect(() => refusePrivateHost(new URL(url))).toThrow(PrivateAddressError)
  },
)

test('a name is left to the look-up', () => {
  expect(() => refusePrivateHost(new URL('http://localhost/'))).not.toThrow()
})
