import { refuseFile } from '@/lib/faq/read-import/refuse-file'
import type { TextEncoding } from '@/lib/faq/read-import/schema'

/**
 * Bytes → text without its byte order mark. UTF-8 is told from GB18030 (what a Chinese Excel writes as "CSV") by trying: GB18030 text
 * that happens to be valid UTF-8 throughout does not occur in practice.
 * @throws AppError unprocessable (encoding)
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'utf-16' }
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be', bytes), encoding: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // A TypeError is the answer: not UTF-8.
    return { text: decode('gb18030', bytes), encoding: 'gb18030' }
  }
}

function decode(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
  } catch (cause) {
    throw refuseFile('encoding', cause)
  }
}
