import { z } from 'zod'
import { parseRanges } from './http/client-address'

/** Comma-separated; nothing is an empty list. */
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''))

/** What clients can send as a bearer token. Any other key would let nobody in, and say nothing of it. */
const HEADER_WORD = /^[\x21-\x7e]+$/

const addresses = list.refine((texts) => canParse(() => parseRanges(texts)))

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
  WORKER_API_KEYS: list.refine((keys) => keys.every((key) => HEADER_WORD.test(key))),
  /** Requests that are answered at the same time, each with a context of its own. */
  WORKER_SLOTS: wholeNumber(1, 64).default(4),
  /** Requests that may wait for a slot; one more is answered 503 at once. */
  WORKER_QUEUE: wholeNumber(0, 10_000).default(64),
  /** Tokens of prompt and reply together, per request; default: the model's profile. */
  WORKER_CONTEXT: wholeNumber(256, 1_048_576).optional(),
  /** Default: the model's profile, else every core that the process may use. */
  WORKER_THREADS: wholeNumber(1, 512).optional(),
  /** A named GPU that cannot be used is an error; `auto` takes what there is. Default: the model's profile, else `auto`. */
  WORKER_GPU: z.enum(['auto', 'cuda', 'vulkan', 'metal', 'cpu']).optional(),
  /** Requests and tokens a minute, for each key, or for each address where there are no keys; without it no limit. */
  WORKER_RATE_REQUESTS: wholeNumber(1, 1_000_000_000).optional(),
  WORKER_RATE_TOKENS: wholeNumber(1, 1_000_000_000_000).optional(),
  /** Addresses and blocks that may ask, comma-separated, IPv4 and IPv6; without it all. `/health` and `/ready` answer everyone. */
  WORKER_ALLOW_IPS: addresses,
  /** Proxies whose X-Forwarded-For is believed. */
  WORKER_TRUSTED_PROXIES: addresses,
  /** Pages whose scripts may ask (`https://shop.example`, or `*`); without it none. */
  WORKER_CORS_ORIGINS: list,
  /**
   * A folder of its own, in which replies to `Prefer: respond-async` wait for whoever asks the next process. Default: one in DATA_DIR for each
   * port. Set to nothing, they end with this process.
   */
  WORKER_JOBS_DIR: z.string().optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  /** A server with a Qwen-VL, without /v1: chats with images go there. */
  VISION_URL: z.url({ protocol: /^https?$/ }).optional(),
  VISION_API_KEY: z.string().min(1).optional(),
  /** How that server calls its model; without it the name that the client gave. */
  VISION_MODEL: z.string().min(1).optional(),
})

export type WorkerEnv = z.infer<typeof envSchema>

/**
 * The worker's settings. An empty variable counts as not set, as in a compose file with `MODEL: ${MODEL:-}`, but for the one whose absence
 * means something else.
 *
 * @throws Error that names the variables that are wrong, and never their values
 */
export function readEnv(source: Record<string, string | undefined> = process.env): WorkerEnv {
  const given = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => value !== undefined && (value !== '' || name === 'WORKER_JOBS_DIR')),
  )
  const parsed = envSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  throw new Error(`Wrong value in ${names.join(', ')}.`)
}

function canParse(parse: () => unknown): boolean {
  try {
    parse()
    return true
  } catch {
    return false
  }
}
