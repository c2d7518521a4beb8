import { execFileSync } from 'node:child_process'
import { usableMemory } from '../../worker/usable-memory'
import type { ModelKind, ModelPreset, PresetFile } from './model-presets'

export type Memory = { bytes: number; where: 'GPU' | 'RAM' }

// What llama.cpp computes in, and the process itself; measured with the 0.6B shape on a CPU.
const OVERHEAD_BYTES = 500e6
// An operating system and the desk's other processes need some of the RAM.
const USABLE = { GPU: 0.95, RAM: 0.75 }
/** On a CPU every token reads the whole file, so a larger one is slower and Q4_K_M the best that is worth it. */
const BEST_ON_CPU = 'Q4_K_M'

/** The memory that a model would have here: of the largest NVIDIA GPU, else of the machine. */
export function presentMemory(): Memory {
  try {
    const text = execFileSync('nvidia-smi', ['--query-gpu=memory.total', '--format=csv,noheader,nounits'], {
      encoding: 'utf8',
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const largest = Math.max(...text.trim().split('\n').map(Number))
    if (largest > 0) return { bytes: largest * 1024 ** 2, where: 'GPU' }
  } catch {
    // There is no NVIDIA GPU.
  }
  return { bytes: usableMemory(), where: 'RAM' }
}

/** What a model needs: its file, the keys and values of every request at once, and what llama.cpp computes in. */
export function neededBytes(
  fileBytes: number,
  bytesPerToken: number,
  { slots, contextSize }: { slots: number; contextSize: number },
): number {
  return fileBytes + bytesPerToken * slots * contextSize + OVERHEAD_BYTES
}

/** Whether so much fits with what else the memory is for. */
export function fits(needed: number, memory: Memory): boolean {
  return needed <= memory.bytes * USABLE[memory.where]
}

/** The best file that fits; null when none does. */
export function chooseFile(preset: ModelPreset, memory: Memory, run: { slots: number; contextSize: number }): PresetFile | null {
  const from =
    memory.where === 'GPU'
      ? 0
      : Math.max(
          0,
          preset.files.findIndex((file) => file.quantization === BEST_ON_CPU),
        )
  return preset.files.slice(from).find((file) => fits(neededBytes(file.bytes, preset.bytesPerToken, run), memory)) ?? null
}

/** How the worker would run: as many requests at once and as much context as it is set to; one at a time where nothing is written. */
export function runSettings(kind: ModelKind = 'chat') {
  if (kind !== 'chat') return { slots: 1, contextSize: 2048 }
  return { slots: Number(process.env.WORKER_SLOTS) || 4, contextSize: Number(process.env.WORKER_CONTEXT) || 8192 }
}

/** What one file of a preset needs, run as it is set. */
export function needOf(preset: ModelPreset, bytes: number): number {
  return neededBytes(bytes, preset.bytesPerToken, runSettings(preset.kind))
}
