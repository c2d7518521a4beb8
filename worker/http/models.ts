import type { ModelEntry, ModelList } from '../../lib/inference/protocol'
import type { EngineModel } from '../engine'
import { HttpError } from './http-error'

/** Names that clients written for another server send. They all mean the one model that is loaded; replies carry its true name. */
const ALIASES = ['qwen2.5-7b', 'qwen2.5', 'qwen3', 'qwen3-4b', 'qwen3-4b-instruct', 'qwen3-4b-instruct-2507']

/** @throws HttpError 404 when the name is neither the model's own nor an alias */
export function requireModel(model: EngineModel, name: string): void {
  if (name === model.name || ALIASES.includes(name)) return
  throw new HttpError(404, 'model_not_found', `There is no model ${JSON.stringify(name.slice(0, 100))} here; ${model.name} is loaded.`, {
    param: 'model',
  })
}

export function modelEntry({ name, loadedAt, ...deskhand }: EngineModel): ModelEntry {
  return { id: name, object: 'model', created: Math.floor(loadedAt.getTime() / 1000), owned_by: 'deskhand', deskhand }
}

/** The model that replies first: clients that ask for no name take the first. */
export function modelList(model: EngineModel, others: ModelEntry[] = []): ModelList {
  return { object: 'list', data: [modelEntry(model), ...others] }
}
