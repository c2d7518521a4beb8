import { z } from 'zod'

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const envSchema = z.object({
  /** 0 takes any free port; the parent learns it over IPC. */
  WORKER_PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Path of a GGUF; without it the bundled pocket model is loaded. */
  MODEL: z.string().min(1).optional(),
  /** Paths of a Qwen3-Embedding and a Qwen3-Reranker GGUF, for `/v1/embeddings` and `/v1/rerank`; without them there is no such thing. */
  EMBEDDING_MODEL: z.string().min(1).optional(),
  RERANK_MODEL: z.string().min(1).optional(),
  /** Comma-separated; when there is at least one, `/v1` wants one of them as a bearer token. */
  WORKER_API_KEYS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((key) => key.trim()))
    .transform((keys) => keys.filter((key) => key !== '')),
  /** Requests that are answered at the same time, each with a context of its own. */
  WORKER_SLOTS: wholeNumber(1, 64).default(4),
  /** Requests that may wait for a slot; one more is answered 503 at once. */
  WORKER_QUEUE: wholeNumber(0, 10_000).default(64),
  /** Tokens of prompt and reply together, per request; default: the model's profile. */
  WORKER_CONTEXT: wholeNumber(256, 1_048_576).optional(),
  /** Default: the model's profile, else every core. */
  WORKER_THREADS: wholeNumber(1, 512).optional(),
  /** A named GPU that cannot be used is an error; `auto` takes what there is. Default: the model's profile, else `auto`. */
  WORKER_GPU: z.enum(['auto', 'cuda', 'vulkan', 'metal', 'cpu']).optional(),
})

export type WorkerEnv = z.infer<typeof envSchema>

/**
 * The worker's settings. An empty variable counts as not set, as in a compose file with `MODEL: ${MODEL:-}`.
 *
 * @throws Error that names the variables that are wrong, and never their values
 */
export function readEnv(source: Record<string, string | undefined> = process.env): WorkerEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = envSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  throw new Error(`Wrong value in ${names.join(', ')}.`)
}
