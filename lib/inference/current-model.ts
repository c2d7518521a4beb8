import { env } from '@/lib/env'
import { type AskedAs, askedAsSchema, modelListSchema } from '@/lib/inference/protocol'
import { type InferenceServer, inferenceHeaders, inferenceServers } from '@/lib/inference/servers'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'

/** A model and how it wants to be asked. */
export type ModelProfile = AskedAs & {
  /** As the server names it, and as it must be asked for. */
  name: string
  /** The bundled demonstration model: screens say so. */
  isDemo: boolean
  /** Tokens of prompt and reply together; null where the server does not say. */
  contextSize: number | null
  /** `cpu`, `cuda`… ; null where the server does not say. */
  device: string | null
}

export type CurrentModel = ModelProfile & { isReachable: boolean }

const FRESH_MS = 10_000
const ASK_TIMEOUT_MS = 1_500

type Known = { profile?: ModelProfile; isReachable: boolean; askedAt: number; asking?: Promise<void> }

const known = perProcess('models', () => new Map<string, Known>())

/**
 * What `GET /v1/models` of a server says. Our worker tells its profile; any other server is taken for a real Qwen,
 * which chooses well between four rules and follows a conversation.
 */
async function askServer(server: InferenceServer): Promise<ModelProfile> {
  const response = await fetch(`${server.url}/v1/models`, { headers: inferenceHeaders(), signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
  if (!response.ok) throw new Error(`GET /v1/models answered ${response.status}`)
  const list = modelListSchema.parse(await response.json())
  // One that embeds or ranks may be there while the one that replies is not.
  const data = list.data.filter((model) => !model.deskhand_side)
  const wanted = env().MODEL_NAME
  const entry = data.find((model) => model.id === wanted) ?? data[0]
  if (!entry) throw new Error('the server has no model')
  const own = entry.deskhand
  const { maxRules, maxTurns, titleBy, maxRuleWords } = own ?? askedAsSchema.parse({})
  return {
    name: entry.id,
    isDemo: own?.isDemo ?? false,
    maxRules,
    maxTurns,
    titleBy,
    maxRuleWords,
    contextSize: own?.contextSize ?? entry.max_model_len ?? entry.meta?.n_ctx ?? null,
    device: own?.device ?? null,
  }
}

function refresh(server: InferenceServer): Promise<void> {
  const entry: Known = known.get(server.url) ?? { isReachable: false, askedAt: 0 }
  known.set(server.url, entry)
  entry.asking ??= askServer(server)
    .then((profile) => {
      entry.profile = profile
      entry.isReachable = true
    })
    .catch((cause: unknown) => {
      if (entry.isReachable) log.warn({ event: 'inference.unreachable', url: server.url, cause: describeError(cause) })
      entry.isReachable = false
    })
    .finally(() => {
      entry.askedAt = Date.now()
      entry.asking = undefined
    })
  return entry.asking
}

/** The profile of the model behind one server; the last known one while it is away, null when it was never reached. */
export async function profileOf(server: InferenceServer): Promise<ModelProfile | null> {
  const entry = known.get(server.url)
  if (!entry?.profile) await refresh(server)
  else if (Date.now() - entry.askedAt > FRESH_MS) void refresh(server)
  return known.get(server.url)?.profile ?? null
}

/**
 * The model in use, for the screens: of the first server that can be reached, else of the first that ever was.
 * Waits at most 1.5 s, and only while nothing is known yet. Null when no server was ever reached.
 */
export async function currentModel(): Promise<CurrentModel | null> {
  const servers = inferenceServers()
  await Promise.all(servers.map(profileOf))
  const entries = servers.map((server) => known.get(server.url)).filter((entry) => entry !== undefined)
  const best = entries.find((entry) => entry.isReachable && entry.profile) ?? entries.find((entry) => entry.profile)
  return best?.profile ? { ...best.profile, isReachable: best.isReachable } : null
}

/** The names of the models that a reply may be asked of, one a server; the last known ones while servers are away. */
export async function modelNames(): Promise<string[]> {
  const profiles = await Promise.all(inferenceServers().map(profileOf))
  return profiles.flatMap((profile) => profile?.name ?? [])
}

/** Forgets what servers said; for tests. */
export function forgetModels(): void {
  known.clear()
}
