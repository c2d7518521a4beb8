import { describe, expect, it } from 'vitest'
import { attachmentsSchema, MAX_ATTACHMENT_BYTES } from '@/lib/messages/attachment-schema'
import { classifyAttachment } from '@/lib/messages/classify-attachment'
import { readPicture } from '@/lib/messages/read-picture'
import { gif, jpeg, png, webp } from '../support/pictures'

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const classify = (content: Buffer, contentType?: string) => classifyAttachment({ name: 'x', contentType, content })

describe('a picture', () => {
  it.each([
    ['png', png(300, 200), 'image/png'],
    ['gif', gif(300, 200), 'image/gif'],
    ['jpeg', jpeg(300, 200), 'image/jpeg'],
    ['webp', webp(300, 200), 'image/webp'],
  ])('of %s is known by its own bytes, whatever it is called', (_name, file, contentType) => {
    expect(readPicture(file)).toEqual({ contentType, width: 300, height: 200 })
    expect(classify(file, 'text/html')).toMatchObject({ contentType, width: 300, height: 200 })
  })

  it('that claims more pixels than any browser should draw is a file like any other', () => {
    for (const file of [png(60_000, 60_000), gif(65_535, 65_535), webp(16_000, 16_000), png(100_000, 1), png(0, 10)]) {
      expect(readPicture(file)).toBeNull()
      expect(classify(file, 'image/png')).toMatchObject({ contentType: 'application/octet-stream', width: null, height: null })
    }
  })

  it('cut anywhere, or of any bytes at all, is no reason to fail', () => {
    for (const file of [png(3, 2), gif(3, 2), jpeg(3, 2), webp(3, 2)]) {
      for (let length = 0; length < Math.min(file.length, 60); length++) readPicture(file.subarray(0, length))
    }
    readPicture(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(1_000_000, 0xff)]))
    readPicture(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), Buffer.alloc(100)]))
  })
})

describe('what a sender calls a file', () => {
  it.each([
    ['image/svg+xml', SVG],
    ['text/html; charset=utf-8', Buffer.from('<script>alert(1)</script>')],
    ['image/png', Buffer.from('<html>')],
    ['application/xhtml+xml', SVG],
    ['application/pdf', Buffer.from('%PDF-1.7')],
    ['nonsense\r\nset-cookie: a=b', Buffer.from('x')],
    ['text/plain', Buffer.from([0x61, 0x00])],
    ['text/plain', Buffer.from([0xff, 0xfe, 0x61])],
    [undefined, Buffer.from('x')],
  ])('%s is not believed', (contentType, content) => {
    expect(classify(content, contentType)).toMatchObject({ contentType: 'application/octet-stream', width: null })
  })

  it('is kept where it is harmless', () => {
    expect(classify(Buffer.from('你好'), 'text/plain; charset=utf-8').contentType).toBe('text/plain')
    expect(classify(Buffer.from('PK'), 'application/zip').contentType).toBe('application/zip')
    expect(classify(Buffer.from('x'), 'application/vnd.ms-excel').contentType).toBe('application/vnd.ms-excel')
  })
})

describe('attachments of a body', () => {
  const file = (fields: object = {}) => ({ name: 'a.txt', contentType: 'text/plain', content: 'dGVzdCBhdHRhY2htZW50', ...fields })
  const parse = (files: unknown) => attachmentsSchema.safeParse(files)

  it('are base64, with or without the line ends of a mail program', () => {
    const parsed = parse([file(), file({ content: 'dGVzdCBh\r\ndHRhY2ht\r\nZW50\r\n' })])
    expect(parsed.data?.map(({ content }) => content.toString())).toEqual(['test attachment', 'test attachment'])
  })

  it.each(['', '=', 'a', 'ab=c', 'a===', '你好啊啊', 'dGVz dA==', 'data:text/plain;base64,dGVzdA=='])('%j is no file', (content) => {
    expect(parse([file({ content })]).success).toBe(false)
  })

  it('are bounded one by one, in number and in all', () => {
    const of = (bytes: number) => file({ content: Buffer.alloc(bytes).toString('base64') })
    expect(parse([of(MAX_ATTACHMENT_BYTES)]).success).toBe(true)
    expect(parse([of(MAX_ATTACHMENT_BYTES + 1)]).success).toBe(false)
    expect(parse([of(4_000_000), of(4_000_000), of(2_000_001)]).success).toBe(false)
    expect(parse(Array.from({ length: 11 }, () => file())).success).toBe(false)
    expect(parse(undefined).data).toEqual([])
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\li\\发票.pdf', '发票.pdf'],
    ['\u202Egpj.exe\u0000\r\n', 'gpj.exe'],
    ['...', 'file'],
    ['', 'file'],
    [`${'长'.repeat(300)}.png`, `${'长'.repeat(179)}…${'长'.repeat(16)}.png`],
  ])('named %j are called %j', (name, clean) => {
    expect(parse([file({ name })]).data?.[0]?.name).toBe(clean)
  })
})
