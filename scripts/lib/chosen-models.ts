import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { ModelKind } from './model-presets'

/** `npm run model -- use` writes which files to load; `npm start` reads it. What the environment says goes before it. */
const chosenSchema = z.strictObject({ chat: z.string().optional(), embedding: z.string().optional(), rerank: z.string().optional() })

export type ChosenModels = z.infer<typeof chosenSchema>

/** The variables of the worker that name a model's file. */
export const MODEL_VARIABLES: Record<ModelKind, string> = { chat: 'MODEL', embedding: 'EMBEDDING_MODEL', rerank: 'RERANK_MODEL' }

const fileOf = (dataFolder: string) => path.join(dataFolder, 'models.json')

/** @throws Error when the file is there and not what it should be */
export function readChosenModels(dataFolder: string): ChosenModels {
  const file = fileOf(dataFolder)
  if (!existsSync(file)) return {}
  try {
    return chosenSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} cannot be read; remove it, or choose again with npm run model -- use NAME.`, { cause })
  }
}

/** Chooses a file for a kind of model, or with null none any more. What cannot be read is written anew. */
export function chooseModel(dataFolder: string, kind: ModelKind, file: string | null): void {
  const { [kind]: _, ...others } = readOrNothing(dataFolder)
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(fileOf(dataFolder), `${JSON.stringify(file === null ? others : { ...others, [kind]: file }, null, 2)}\n`)
}

function readOrNothing(dataFolder: string): ChosenModels {
  try {
    return readChosenModels(dataFolder)
  } catch {
    return {}
  }
}
