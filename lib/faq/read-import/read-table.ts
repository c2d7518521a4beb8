import { decodeText } from '@/lib/faq/read-import/decode-text'
import { readCsv } from '@/lib/faq/read-import/read-csv'
import { readJson } from '@/lib/faq/read-import/read-json'
import { readXlsx } from '@/lib/faq/read-import/read-xlsx'
import { refuseFile } from '@/lib/faq/read-import/refuse-file'
import type { ImportTable } from '@/lib/faq/read-import/schema'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * A file as rows and columns. What it is its bytes tell; `hint`, a file name or a content type, tells CSV from JSON where both could be.
 * @throws AppError unprocessable: `details.reason` is a FileProblem
 */
export async function readTable(bytes: Uint8Array, hint: string): Promise<ImportTable> {
  if (startsWith(bytes, ZIP)) return { format: 'xlsx', encoding: null, ...(await readXlsx(bytes)) }
  if (startsWith(bytes, OLD_EXCEL)) throw refuseFile('old_excel')
  const { text, encoding } = decodeText(bytes)
  return isJson(text, hint.toLowerCase()) ? { encoding, ...readJson(text) } : { format: 'csv', encoding, ...readCsv(text) }
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function isJson(text: string, hint: string): boolean {
  if (/json|\.jsonl$/.test(hint)) return true
  if (/csv|\.tsv$|tab-separated/.test(hint)) return false
  return /^\s*[[{]/.test(text)
}
