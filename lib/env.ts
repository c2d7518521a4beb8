import 'server-only'
import { z } from 'zod'

const urlList = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((url) => url.trim().replace(/\/+$/, '')))
  .transform((urls) => urls.filter((url) => url !== ''))
  .pipe(z.array(z.url()))

const envSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().min(1),
  /** `redis://…` or the path of a socket; without it answers are cached in the process. */
  REDIS_URL: z.string().min(1).optional(),
  /** One or several OpenAI-compatible servers, comma-separated, without `/v1`. */
  INFERENCE_URL: urlList,
  INFERENCE_API_KEY: z.string().min(1).optional(),
  /** Which model to ask a server for that has several; its first one by default. */
  MODEL_NAME: z.string().min(1).optional(),
  /** Servers with an embedding and a reranking model, where those of INFERENCE_URL have none. */
  EMBEDDING_URL: urlList,
  RERANK_URL: urlList,
  /** Which of a server's models to ask; our own worker tells by itself, and its setting of this name is the path of a GGUF. */
  EMBEDDING_MODEL: z.string().min(1).optional(),
  RERANK_MODEL: z.string().min(1).optional(),
  /** How many of a vector's numbers are kept: 512 of Qwen3-Embedding's say nearly all, and searching takes time for each. */
  EMBEDDING_DIMENSIONS: z.coerce.number().int().min(32).max(4_096).default(512),
  /** The whole time an agent may wait for a draft, in milliseconds. */
  SUGGESTION_TIMEOUT_MS: z.coerce.number().int().min(500).max(60_000).default(12_000),
  /** Seals channel secrets at rest; 32 bytes, base64. The supervisor makes one in DATA_DIR/secret-key. */
  SECRET_KEY: z.base64().refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64'),
  /** Set by `npm run demo`: one-click sign-in and the outbox exist. */
  DEMO: z.stringbool().default(false),
  /** Where this installation reaches itself; the demo's outbox is posted to it. */
  SELF_URL: z.url().optional(),
})

export type Env = z.infer<typeof envSchema>

let parsed: Env | undefined

/**
 * The environment, parsed at the first call and never during a build.
 * @throws Error that names the variables that are wrong, without their values
 */
export function env(): Env {
  if (parsed) return parsed
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(present)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not usable. ${problems.join('; ')}`)
  }
  parsed = result.data
  return parsed
}

/** Tests change the environment between files. */
export function forgetEnv(): void {
  parsed = undefined
}
