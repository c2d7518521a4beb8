import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { guardXlsx } from '@/lib/faq/read-import/guard-xlsx'
import { writeXlsx } from '@/lib/faq/write-xlsx'

type Part = { name: string; content: Buffer; claims?: number }

/** A zip archive; `claims` is what its directory says a part unpacks to. */
function zip(parts: Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claims = content.length } of parts) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(claims, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, Buffer.from(name))
    bodies.push(head, Buffer.from(name), packed)
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const sheet = (xml: string) => zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(`<sheetData>${xml}</sheetData>`) }])
const reasonOf = (file: Buffer) => {
  try {
    guardXlsx(file)
    return null
  } catch (error) {
    return (error as { details: { reason: string } }).details.reason
  }
}

describe('a workbook', () => {
  it('as a spreadsheet writes it passes', async () => {
    expect(reasonOf(await writeXlsx([['question'], ['r="A9999999"']]))).toBeNull()
  })

  it.each([
    ['unpacks to more than 100 MB', zip([{ name: 'a.xml', content: Buffer.alloc(101 * 1024 * 1024) }]), 'xlsx_too_large'],
    [
      'is many parts that together do',
      zip(Array.from({ length: 3 }, () => ({ name: 'a.xml', content: Buffer.alloc(40 * 1024 * 1024) }))),
      'xlsx_too_large',
    ],
    ['says it is smaller than it is', zip([{ name: 'a.xml', content: Buffer.alloc(10_000_000), claims: 100 }]), 'broken_xlsx'],
    ['says it is larger than it is', zip([{ name: 'a.xml', content: Buffer.alloc(100), claims: 90_000_000 }]), 'broken_xlsx'],
    ['has 1,001 parts', zip(Array.from({ length: 1_001 }, (_, n) => ({ name: `${n}.xml`, content: Buffer.alloc(1) }))), 'xlsx_too_large'],
    ['has a row a billion lines down', sheet('<row r="1000000000"/>'), 'broken_xlsx'],
    ['has a row a million lines down', sheet('<row r="1000000"/>'), 'too_many_rows'],
    ['has a row behind a sign that ends tags', sheet(`<row spans=">" r='1000000'/>`), 'too_many_rows'],
    ['has a cell at its far right', sheet('<row r="1"><c r="XFD1"/></row>'), 'too_many_columns'],
    ['numbers its cells by entities', sheet('<row r="&#57;999999"/>'), 'broken_xlsx'],
    ['has no directory', Buffer.from('PK\u0003\u0004'), 'broken_xlsx'],
  ])('that %s is refused', (_, file, reason) => {
    expect(reasonOf(file)).toBe(reason)
  })
})
