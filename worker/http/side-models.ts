import type { ModelEntry, SideTask } from '../../lib/inference/protocol'
import { EngineError } from '../engine'
import { InputError } from '../meaning/embedder'
import { SIDE_SETTINGS, type SideModel, type SideModels } from '../meaning/side-models'
import type { Exchange } from './exchange'
import { fromEngineError, HttpError } from './http-error'
import { plainModelName } from './plain-model-name'
import { retryAfter } from './retry-after'

/** Names that say which kind is wanted and leave the size to us. */
const ALIASES: Record<keyof SideModels, string[]> = {
  embedder: ['qwen3-embedding', 'qwen3-embedding-0.6b', 'qwen3-embedding-4b', 'qwen3-embedding-8b'],
  reranker: ['qwen3-reranker', 'qwen3-reranker-0.6b', 'qwen3-reranker-4b', 'qwen3-reranker-8b'],
}
const TASKS: Record<keyof SideModels, SideTask> = { embedder: 'embedding', reranker: 'rerank' }
const KINDS = ['embedder', 'reranker'] as const

/**
 * The model of this kind, if it can answer.
 *
 * @throws HttpError 404 when none is configured, or one of another name; 503 while it is loading, and with the reason when that has failed
 */
export function requireSideModel<Kind extends keyof SideModels>(
  sides: SideModels,
  kind: Kind,
  asked: string | null | undefined,
): Extract<SideModels[Kind], { state: 'ready' }>['model'] {
  const side: SideModel<unknown> = sides[kind]
  const words = kind === 'embedder' ? 'embedding' : 'reranking'
  if (side.state === 'absent') {
    throw new HttpError(404, 'model_not_found', `No ${words} model is configured here; ${SIDE_SETTINGS[kind]} names one.`, {
      param: 'model',
    })
  }
  if (asked != null && plainModelName(asked) !== plainModelName(side.name) && !ALIASES[kind].includes(plainModelName(asked))) {
    const message = `There is no ${words} model ${JSON.stringify(asked.slice(0, 100))} here; it is ${side.name}.`
    throw new HttpError(404, 'model_not_found', message, { param: 'model' })
  }
  if (side.state === 'failed') {
    const message = `The ${words} model is not to be had: ${side.reason}`
    throw new HttpError(503, 'model_failed', message, { headers: retryAfter(side.retryAt) })
  }
  if (side.state !== 'ready') {
    const message = side.state === 'loading' ? `The ${words} model is still being loaded.` : 'The server is stopping.'
    throw new HttpError(503, `model_${side.state}`, message, { headers: { 'retry-after': '2' } })
  }
  return side.model as Extract<SideModels[Kind], { state: 'ready' }>['model']
}

/** Those that can answer, as `GET /v1/models` lists them. */
export function sideEntries(sides: SideModels): ModelEntry[] {
  return KINDS.flatMap((kind) => {
    const side = sides[kind]
    if (side.state !== 'ready') return []
    const { name, contextSize, loadedAt } = side.model
    const dimensions = 'dimensions' in side.model ? side.model.dimensions : undefined
    const deskhand_side = { task: TASKS[kind], contextSize, dimensions }
    return { id: name, object: 'model' as const, created: Math.floor(loadedAt.getTime() / 1000), owned_by: 'deskhand', deskhand_side }
  })
}

/** What `GET /ready` says of those that are configured: an object a task with its state, its model and, having failed, why and when it is tried again. */
export function sideStates(sides: SideModels): Record<string, unknown> {
  const configured = KINDS.filter((kind) => sides[kind].state !== 'absent')
  return Object.fromEntries(
    configured.map((kind) => {
      const side = sides[kind] as Exclude<SideModels[typeof kind], { state: 'absent' }>
      const failure = side.state === 'failed' && { reason: side.reason, retry_in_ms: Math.max(0, side.retryAt - Date.now()) }
      return [TASKS[kind], { status: side.state, model: side.name, ...failure }]
    }),
  )
}

/**
 * One call to such a model, measured.
 *
 * @param param what the inputs are called in the request
 * @throws HttpError for what the model refused or lost
 */
export async function askSide<Answer>(
  exchange: Exchange,
  { task, model, param, isList }: { task: SideTask; model: string; param: string; isList: boolean },
  call: (onTokens: (count: number) => void) => Promise<Answer>,
): Promise<Answer> {
  const timing = exchange.metrics.timeSide(task, model, exchange.startedAt)
  try {
    const answer = await call(timing.tokens)
    timing.done()
    return answer
  } catch (error) {
    const code = error instanceof EngineError ? error.code : 'decode_failed'
    if (code === 'aborted') timing.aborted()
    if (code === 'decode_failed') timing.failed()
    throw toSideError(error, param, isList)
  }
}

function toSideError(error: unknown, param: string, isList: boolean): unknown {
  if (error instanceof InputError) {
    const at = isList ? `${param}[${error.index}]` : param
    const code = error.code === 'invalid_input' ? 'invalid_value' : error.code
    return new HttpError(400, code, `${at}: ${error.message}`, { param: at, cause: error })
  }
  return error instanceof EngineError ? fromEngineError(error, 1) : error
}
