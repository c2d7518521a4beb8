export type ModelKind = 'chat' | 'embedding' | 'rerank'

/** One file of a preset: its quantisation and about how many bytes it has; the server that it comes from tells exactly. */
export type PresetFile = { quantization: string; file: string; bytes: number }

export type ModelPreset = {
  name: string
  kind: ModelKind
  /** On Hugging Face; ModelScope has the same names. */
  repository: string
  /** Best first. */
  files: PresetFile[]
  /** Keys and values of one token, at 16 bits: 2 × layers × KV heads × head size × 2, from the model's config.json. */
  bytesPerToken: number
}

const GB = 1e9

/** Q4_K_M is the smallest quantisation that loses little; below it a larger model's smaller file is the worse choice. */
const files = (pattern: string, sizes: Record<string, number>): PresetFile[] =>
  Object.entries(sizes).map(([quantization, size]) => ({ quantization, file: pattern.replace('*', quantization), bytes: size * GB }))

export const MODEL_PRESETS: ModelPreset[] = [
  {
    name: 'qwen3-4b-instruct-2507',
    kind: 'chat',
    repository: 'unsloth/Qwen3-4B-Instruct-2507-GGUF',
    files: files('Qwen3-4B-Instruct-2507-*.gguf', { Q8_0: 4.28, Q6_K: 3.31, Q5_K_M: 2.89, Q4_K_M: 2.5, Q3_K_M: 2.08 }),
    bytesPerToken: 2 * 36 * 8 * 128 * 2,
  },
  {
    name: 'qwen3-8b',
    kind: 'chat',
    repository: 'Qwen/Qwen3-8B-GGUF',
    files: files('Qwen3-8B-*.gguf', { Q8_0: 8.71, Q6_K: 6.73, Q5_K_M: 5.85, Q4_K_M: 5.03 }),
    bytesPerToken: 2 * 36 * 8 * 128 * 2,
  },
  {
    // Qwen's own files of this model are split in parts.
    name: 'qwen2.5-7b-instruct',
    kind: 'chat',
    repository: 'bartowski/Qwen2.5-7B-Instruct-GGUF',
    files: files('Qwen2.5-7B-Instruct-*.gguf', { Q8_0: 8.1, Q6_K: 6.25, Q5_K_M: 5.44, Q4_K_M: 4.68, Q3_K_M: 3.81 }),
    bytesPerToken: 2 * 28 * 4 * 128 * 2,
  },
  {
    name: 'qwen2.5-3b-instruct',
    kind: 'chat',
    repository: 'bartowski/Qwen2.5-3B-Instruct-GGUF',
    files: files('Qwen2.5-3B-Instruct-*.gguf', { Q8_0: 3.29, Q6_K: 2.54, Q5_K_M: 2.22, Q4_K_M: 1.93, Q3_K_M: 1.59 }),
    bytesPerToken: 2 * 36 * 2 * 128 * 2,
  },
  {
    name: 'qwen3-0.6b',
    kind: 'chat',
    repository: 'unsloth/Qwen3-0.6B-GGUF',
    files: files('Qwen3-0.6B-*.gguf', { Q8_0: 0.64, Q6_K: 0.5, Q4_K_M: 0.4 }),
    bytesPerToken: 2 * 28 * 8 * 128 * 2,
  },
  {
    name: 'qwen3-embedding-0.6b',
    kind: 'embedding',
    repository: 'Qwen/Qwen3-Embedding-0.6B-GGUF',
    files: files('Qwen3-Embedding-0.6B-*.gguf', { Q8_0: 0.64 }),
    bytesPerToken: 2 * 28 * 8 * 128 * 2,
  },
  {
    // Of llama.cpp's own makers: many other conversions lack the head that gives the score.
    name: 'qwen3-reranker-0.6b',
    kind: 'rerank',
    repository: 'ggml-org/Qwen3-Reranker-0.6B-Q8_0-GGUF',
    files: files('qwen3-reranker-0.6b-*.gguf', { q8_0: 0.64 }),
    bytesPerToken: 2 * 28 * 8 * 128 * 2,
  },
]

/** By its name, however it is cased. */
export function findPreset(name: string): ModelPreset | null {
  return MODEL_PRESETS.find((preset) => preset.name === name.toLowerCase()) ?? null
}
