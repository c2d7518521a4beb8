/** A model's name in one form for all who write it: `Qwen/Qwen3-4B-Instruct-2507` as on Hugging Face, `qwen3:4b` as in Ollama. */
export function plainModelName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^qwen\//, '')
    .replace(':', '-')
}
