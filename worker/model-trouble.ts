import { open } from 'node:fs/promises'
import type { ModelTrouble } from './server'

// How node-llama-cpp and llama.cpp say that there is no room: RAM, a GPU's memory, a context.
const NO_ROOM = /memory|\bV?RAM\b|too large|allocat|create context/i
// llama.cpp's words for a file that is not whole; node-llama-cpp's for one whose header it cannot read.
const NOT_WHOLE = /corrupt|truncat|incomplete|not within the file bounds|failed to load model|magic|gguf/i

/** What kind of trouble a model is that could not be loaded: told from the file, and only then from the words of the error. */
export async function troubleOf(modelPath: string, error: unknown): Promise<ModelTrouble> {
  const magic = await readMagic(modelPath)
  if (magic === null) return 'missing'
  if (magic !== 'GGUF') return 'corrupt'
  const message = error instanceof Error ? error.message : String(error)
  if (NO_ROOM.test(message)) return 'too_large'
  // Without the file's own name, which nearly always has "gguf" in it.
  return NOT_WHOLE.test(message.replace(/\S+\.gguf/gi, '')) ? 'corrupt' : 'unusable'
}

async function readMagic(path: string): Promise<string | null> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return null // it is not there, or not for us
  }
}
