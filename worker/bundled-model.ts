import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const BUNDLED = join('worker', 'models', 'pocket-q8_0.gguf')

/**
 * The path of the pocket model, looked for upwards from this file: it runs as worker/main.ts and as dist/worker.mjs.
 *
 * @throws Error when the checkout does not have it
 */
export function bundledModelPath(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, BUNDLED)
    if (existsSync(path)) return path
    if (folder === dirname(folder)) throw new Error(`The bundled model ${BUNDLED} is missing; set MODEL to the path of a GGUF.`)
  }
}
