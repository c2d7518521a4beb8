import { z } from 'zod'
import { env } from '@/lib/env'
import { type DeskhandModel, modelListSchema } from '@/lib/inference/protocol'
import { readServerFigures, type ServerFigures } from '@/lib/inference/read-server-figures'
import { type InferenceServer, inferenceHeaders, inferenceServers } from '@/lib/inference/servers'

const ASK_TIMEOUT_MS = 2_000
/** Some hundred kilobytes are a server's metrics with all their labels; more is none. */
const MAX_METRICS_CHARACTERS = 2_000_000

const readySchema = z.object({ status: z.string().max(40) })

export type ServerModel = {
  name: string
  /** Null where the server is none of ours and does not say. */
  quantization: string | null
  contextSize: number | null
  device: DeskhandModel['device'] | null
  threads: number | null
  isDemo: boolean
}

/** One server of INFERENCE_URL, as it is now. */
export type ServerState = {
  /** Without what may stand in it to sign in. */
  url: string
  /** `ready`; `away`: it does not answer; else what our worker says of itself: `loading`, `missing`, `corrupt`, `too_large`… */
  state: string
  /** This process asks it for nothing for a while, since it has failed too often. */
  isResting: boolean
  model: ServerModel | null
  /** Null where it shows no metrics, as many servers do. */
  figures: ServerFigures | null
  readAt: string
}

/** Every inference server, asked now over HTTP, for two seconds at most. */
export function listServerStates(): Promise<ServerState[]> {
  return Promise.all(inferenceServers().map(askServer))
}

async function askServer(server: InferenceServer): Promise<ServerState> {
  const get = (path: string) => fetch(`${server.url}${path}`, { headers: inferenceHeaders(), signal: AbortSignal.timeout(ASK_TIMEOUT_MS) })
  const [ready, model, figures] = (await Promise.all(
    [askReady(get), askModel(get), askFigures(get)].map((asked) => asked.catch(() => null)),
  )) as [string | null, ServerModel | null, ServerFigures | null]
  return {
    url: shownUrl(server.url),
    // A server that is none of ours has no /ready, and can serve once it lists its models.
    state: ready ?? (model ? 'ready' : 'away'),
    isResting: server.breaker.isOpen,
    model,
    figures,
    readAt: new Date().toISOString(),
  }
}

type Get = (path: string) => Promise<Response>

async function askReady(get: Get): Promise<string | null> {
  const response = await get('/ready')
  if (response.status !== 200 && response.status !== 503) {
    await response.body?.cancel()
    return null
  }
  return readySchema.safeParse(await response.json()).data?.status ?? null
}

async function askModel(get: Get): Promise<ServerModel | null> {
  const response = await get('/v1/models')
  if (!response.ok) {
    await response.body?.cancel()
    return null
  }
  const { data } = modelListSchema.parse(await response.json())
  const entry = data.find(({ id }) => id === env().MODEL_NAME) ?? data[0]
  if (!entry) return null
  const own = entry.deskhand
  return {
    name: entry.id,
    quantization: own?.quantization ?? null,
    contextSize: own?.contextSize ?? entry.max_model_len ?? entry.meta?.n_ctx ?? null,
    device: own?.device ?? null,
    threads: own?.threads ?? null,
    isDemo: own?.isDemo ?? false,
  }
}

async function askFigures(get: Get): Promise<ServerFigures | null> {
  const response = await get('/metrics')
  if (!response.ok) {
    await response.body?.cancel()
    return null
  }
  return readServerFigures((await response.text()).slice(0, MAX_METRICS_CHARACTERS))
}

function shownUrl(url: string): string {
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  return shown.href.replace(/\/$/, '')
}
