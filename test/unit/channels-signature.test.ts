import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { checkSignature, signWebhook } from '@/lib/channels/standard-webhooks'

const secret = `whsec_${randomBytes(32).toString('base64')}`
const other = `whsec_${randomBytes(24).toString('base64')}`
const at = new Date('2026-03-04T05:06:07Z')
const raw = Buffer.from('{"subject":"退款"}')
const id = 'msg_1'

function headers(secrets = [secret], sentAt = at) {
  const signed = signWebhook(secrets, { id, raw, at: sentAt })
  return { id, timestamp: signed['webhook-timestamp'] ?? '', signature: signed['webhook-signature'] ?? '' }
}

test('our signature is the one of the reference implementation', () => {
  expect(headers().signature).toBe(new Webhook(secret).sign(id, at, raw.toString()))
})

test('any signature under any live secret is enough', () => {
  expect(checkSignature(headers([other, secret]), raw, [secret], at)).toBeNull()
  expect(checkSignature(headers([other]), raw, [secret, other], at)).toBeNull()
  expect(checkSignature(headers([other]), raw, [secret], at)).toBe('signature_mismatch')
})

test.each([
  [-300, null],
  [-301, 'timestamp_too_new'],
  [300, null],
  [301, 'timestamp_too_old'],
])('%i seconds after it was sent: %s', (seconds, problem) => {
  expect(checkSignature(headers(), raw, [secret], new Date(at.getTime() + seconds * 1_000))).toBe(problem)
})

test('id, time and every byte of the body are signed', () => {
  expect(checkSignature({ ...headers(), id: 'msg_2' }, raw, [secret], at)).toBe('signature_mismatch')
  const later = String(Number(headers().timestamp) + 1)
  expect(checkSignature({ ...headers(), timestamp: later }, raw, [secret], at)).toBe('signature_mismatch')
  expect(checkSignature(headers(), Buffer.concat([raw, Buffer.from(' ')]), [secret], at)).toBe('signature_mismatch')
})

test('bytes that are no UTF-8 are signed as they are', () => {
  const bytes = Buffer.from([0xff, 0xfe, 0x00])
  const replaced = Buffer.from(bytes.toString('utf8'))
  const signed = signWebhook([secret], { id, raw: bytes, at })
  const given = { id, timestamp: signed['webhook-timestamp'] ?? '', signature: signed['webhook-signature'] ?? '' }
  expect(checkSignature(given, bytes, [secret], at)).toBeNull()
  expect(checkSignature(given, replaced, [secret], at)).toBe('signature_mismatch')
})

test.each(['1e9', '-5', '', '12 ', '99999999999999'])('%j is no time', (timestamp) => {
  expect(checkSignature({ ...headers(), timestamp }, raw, [secret], at)).toBe('timestamp_invalid')
})
