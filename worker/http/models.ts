import type { ModelEntry, ModelList } from '../../lib/inference/protocol'
import type { EngineModel } from '../engine'
import type { Exchange } from './exchange'
import { HttpError } from './http-error'
import { plainModelName } from './plain-model-name'
import { sendJson } from './send-json'
import { sideEntries } from './side-models'

/** Names that clients written for another server send. They all mean the one model that is loaded; replies carry its true name. */
const ALIASES = ['qwen2.5-7b', 'qwen2.5-7b-instruct', 'qwen2.5', 'qwen3', 'qwen3-4b', 'qwen3-4b-instruct', 'qwen3-4b-instruct-2507']

/** @throws HttpError 404 when the name is neither the model's own nor an alias, in whatever form */
export function requireModel(model: EngineModel, name: string): void {
  const plain = plainModelName(name)
  if (plain === plainModelName(model.name) || ALIASES.includes(plain)) return
  const shown = name.slice(0, 100)
  throw new HttpError(404, 'model_not_found', `The model \`${shown}\` does not exist here; \`${model.name}\` is loaded.`, {
    param: 'model',
  })
}

export function modelEntry({ name, loadedAt, vocabularySize: _, ...deskhand }: EngineModel): ModelEntry {
  return {
    id: name,
    object: 'model',
    created: Math.floor(loadedAt.getTime() / 1000),
    owned_by: 'deskhand',
    max_model_len: deskhand.contextSize,
    deskhand,
  }
}

/** `GET /v1/models`: all that can be asked now. While nothing can, the reason for it as a 503. */
export function showModels(exchange: Exchange): void {
  const { engine, hasEngine, sides, headers } = exchange
  const others = sideEntries(sides())
  const data = hasEngine() || others.length === 0 ? [modelEntry(engine().model), ...others] : others
  const list: ModelList = { object: 'list', data }
  sendJson(exchange, 200, list, headers)
}

/** `GET /v1/models/:id`; an alias shows the model that it means. */
export function showModel(exchange: Exchange): void {
  const { engine, sides, headers, rest } = exchange
  const side = sideEntries(sides()).find(({ id }) => id === rest)
  if (!side) requireModel(engine().model, rest)
  sendJson(exchange, 200, side ?? modelEntry(engine().model), headers)
}
