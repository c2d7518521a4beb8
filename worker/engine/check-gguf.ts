import { type FileHandle, open } from 'node:fs/promises'
import { describeFileError } from '../describe-file-error'
import { LoadError } from '../load-error'

/** More than any model has; Qwen3's largest have some 1,500 tensors and 40 values in the head. */
const MOST = 1_000_000n

/**
 * Looks at the first bytes of a model. node-llama-cpp 3.22.1 reads past the end of a file as if there were zeros, so a short one that begins
 * like a GGUF and claims any number of entries keeps it busy for ever.
 *
 * @throws LoadError `model_missing` when the file cannot be read; Error when it is no GGUF of version 2 or 3
 */
export async function checkGguf(path: string): Promise<void> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const { buffer: head, bytesRead } = await file.read(Buffer.alloc(24), 0, 24, 0)
    const isGguf = bytesRead === 24 && head.toString('latin1', 0, 4) === 'GGUF' && [2, 3].includes(head.readUInt32LE(4))
    if (!isGguf || head.readBigUInt64LE(8) > MOST || head.readBigUInt64LE(16) > MOST) throw new Error('it is no GGUF of version 2 or 3.')
  } catch (cause) {
    const words = describeFileError(cause)
    throw words ? new LoadError('model_missing', words, { cause }) : cause
  } finally {
    await file?.close()
  }
}
