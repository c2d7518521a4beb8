type Variables = Record<string, string | undefined>

/**
 * What a desk asks a worker of its own with: where that wants keys, one of them. Without it a desk whose settings name WORKER_API_KEYS alone
 * would be refused by its own worker.
 */
export function workerKey({ INFERENCE_API_KEY: given = '', WORKER_API_KEYS: wanted = '' }: Variables): { INFERENCE_API_KEY?: string } {
  const keys = wanted.split(',').map((key) => key.trim())
  const first = keys.find((key) => key !== '')
  return first === undefined || (given !== '' && keys.includes(given)) ? {} : { INFERENCE_API_KEY: first }
}
