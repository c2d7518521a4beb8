import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ModelKind, ModelPreset } from './model-presets'

/** Where a desk keeps what it has, as the supervisor reads it. */
export function dataFolder(): string {
  return path.resolve(process.env.DATA_DIR || '.data')
}

/** Where pulled models lie. */
export function modelsFolder(): string {
  return path.join(dataFolder(), 'models')
}

/** A preset's file that has been pulled, the best first. */
export function pulledFile(preset: ModelPreset): string | null {
  const paths = preset.files.map(({ file }) => path.join(modelsFolder(), file))
  return paths.find((file) => existsSync(file)) ?? null
}

/** A GGUF by its path, or by its name among the pulled ones. */
export function localFile(name: string): string | null {
  return (
    [path.resolve(name), path.join(modelsFolder(), name)].find((file) => file.toLowerCase().endsWith('.gguf') && existsSync(file)) ?? null
  )
}

/** llama.cpp's pooling types: none, mean, cls, last, rank. */
const [NO_POOLING, RANK] = [0, 4]

/** By their names where they do not say how they pool: a GGUF says of what architecture it is, and these are Qwen3 all three. */
export function kindOf(file: string, architecture: string, pooling: unknown): ModelKind {
  const name = path.basename(file).toLowerCase()
  if (pooling === RANK || name.includes('rerank')) return 'rerank'
  const makesVectors = typeof pooling === 'number' && pooling > NO_POOLING
  return makesVectors || name.includes('embed') || architecture.includes('bert') ? 'embedding' : 'chat'
}
