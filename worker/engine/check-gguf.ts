import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { describeFileError } from '../describe-file-error'
import { LoadError } from '../load-error'
import { readGgufHead } from './read-gguf-head'

// A head is a few megabytes of words; what is needed of the file is read in steps that double.
const FIRST_BYTES = 1_000_000

/**
 * Looks at the head of a model, of each part where it was split. node-llama-cpp 3.22.1 reads past the end of a file as if there were zeros
 * and believes every length, which fills the heap or never ends; llama.cpp aborts its process where a tensor has no size.
 *
 * @throws LoadError `model_missing` when a file cannot be read; Error when it is no GGUF of version 2 or 3, or is damaged
 */
export async function checkGguf(file: string): Promise<void> {
  for (const part of partsOf(file)) await checkGgufPart(part)
}

/** All files of a model that was split, by the name of one of them. */
export function partsOf(file: string): string[] {
  const [, start, count] = /^(.*-)\d{5}-of-(\d{5})\.gguf$/i.exec(path.basename(file)) ?? []
  if (start === undefined || count === undefined) return [file]
  const name = (part: number) => `${start}${String(part).padStart(5, '0')}-of-${count}${path.extname(file)}`
  return Array.from({ length: Math.max(1, Number(count)) }, (_, at) => path.join(path.dirname(file), name(at + 1)))
}

/** The same of one file alone. */
export async function checkGgufPart(file: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(file)
    const { size } = await handle.stat()
    for (let bytes = FIRST_BYTES; ; bytes *= 2) {
      const buffer = Buffer.alloc(Math.min(bytes, size))
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
      if (readGgufHead(buffer.subarray(0, bytesRead), size) !== null) return
    }
  } catch (cause) {
    const words = describeFileError(cause)
    throw words ? new LoadError('model_missing', words, { cause }) : cause
  } finally {
    await handle?.close()
  }
}
