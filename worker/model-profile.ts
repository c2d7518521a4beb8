import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { askedAsSchema } from '../lib/inference/protocol'
import { describeFileError } from './describe-file-error'
import { usableCores } from './usable-cores'

/** What is known of a model besides its weights: `<model>.json` beside `<model>.gguf`, every field optional. */
const sidecarSchema = z.strictObject({
  name: z.string().min(1).optional(),
  ...askedAsSchema.shape,
  isDemo: z.boolean().optional(),
  threads: z.int().min(1).optional(),
  contextSize: z.int().min(256).optional(),
  /** For requests that name none. */
  temperature: z.number().min(0).max(2).optional(),
  gpu: z.enum(['auto', 'cpu']).optional(),
})

export type ModelProfile = Required<z.infer<typeof sidecarSchema>>

/**
 * The profile of a GGUF: its sidecar where there is one, over what suits a real Qwen.
 *
 * @throws Error when the sidecar is there but is not what it should be
 */
export async function readModelProfile(modelPath: string): Promise<ModelProfile> {
  const sidecar = await readSidecar(modelPath.replace(/\.gguf$/i, '.json'))
  return {
    name: basename(modelPath)
      .replace(/\.gguf$/i, '')
      .toLowerCase(),
    isDemo: false,
    threads: usableCores(),
    contextSize: 8192,
    // Qwen's own recommendation for its instruct models.
    temperature: 0.7,
    gpu: 'auto',
    ...sidecar,
  }
}

async function readSidecar(path: string): Promise<z.infer<typeof sidecarSchema>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return sidecarSchema.parse({})
    throw new Error(`${basename(path)} cannot be used: ${describeFileError(error) ?? String(error)}`, { cause: error })
  }
  try {
    return sidecarSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${basename(path)} is not a model profile.`, { cause })
  }
}
