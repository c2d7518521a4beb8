import { inflateRawSync } from 'node:zlib'
import { refuseFile } from '@/lib/faq/read-import/refuse-file'
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from '@/lib/faq/read-import/schema'

/** 50,000 rows of 2 kB. What unpacks to more than this was not made for rules. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024
const MAX_ENTRIES = 1_000
const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const STORED = 0
const DEFLATED = 8

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number }

/**
 * Lets a workbook pass that its reader can unpack and lay out within bounds. The reader trusts the sizes in the directory and fills every
 * gap in the numbering of rows and columns, so both are proven here: a kilobyte could otherwise ask for all the memory there is.
 * @throws AppError unprocessable (broken_xlsx, xlsx_too_large, too_many_rows, too_many_columns)
 */
export function guardXlsx(file: Buffer): void {
  let left = MAX_UNPACKED_BYTES
  for (const entry of readDirectory(file)) {
    left -= entry.unpacked
    if (left < 0) throw refuseFile('xlsx_too_large')
    const content = unpack(file, entry)
    if (content.length !== entry.unpacked) throw refuseFile('broken_xlsx')
    if (/worksheets\/[^/]*\.xml$/i.test(entry.name)) guardSheet(content.toString('utf8'))
  }
}

function readDirectory(file: Buffer): Entry[] {
  // The end record is 22 bytes and a comment of at most 65,535.
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END_SIGNATURE) throw refuseFile('broken_xlsx')
  const count = file.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw refuseFile('xlsx_too_large')
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY_SIGNATURE) throw refuseFile('broken_xlsx')
    const nameLength = file.readUInt16LE(at + 28)
    entries.push({
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(file: Buffer, { at, packed, unpacked, method }: Entry): Buffer {
  if (at + 30 > file.length) throw refuseFile('broken_xlsx')
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const content = file.subarray(start, start + packed)
  if (method === STORED) return content
  if (method !== DEFLATED) throw refuseFile('broken_xlsx')
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(unpacked, 1) })
  } catch (cause) {
    throw refuseFile('broken_xlsx', cause)
  }
}

const ROW_OR_CELL = /<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/g
const REFERENCE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/
const PLACE = /^([A-Z]{0,3})(\d{1,7})$/

function guardSheet(xml: string): void {
  for (const [, attributes = ''] of xml.matchAll(ROW_OR_CELL)) {
    const found = REFERENCE.exec(attributes)
    if (!found) continue
    const [, letters = '', digits] = PLACE.exec(found[1] ?? found[2] ?? '') ?? []
    if (digits === undefined) throw refuseFile('broken_xlsx')
    // Some blank lines above or between are no reason to refuse.
    if (Number(digits) > MAX_IMPORT_ROWS * 2) throw refuseFile('too_many_rows')
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    if (column > MAX_IMPORT_COLUMNS) throw refuseFile('too_many_columns')
  }
}
