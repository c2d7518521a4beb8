/** `npm run model -- list | pull NAME | use NAME | info`: models for the worker, in DATA_DIR/models. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { partsOf } from '../worker/engine/check-gguf'
import { chooseModel, MODEL_VARIABLES } from './lib/chosen-models'
import { describeModels } from './lib/describe-models'
import { gigabytes } from './lib/gigabytes'
import { listPresets } from './lib/list-presets'
import { dataFolder, kindOf, localFile, modelsFolder, pulledFile } from './lib/model-files'
import { chooseFile, needOf, presentMemory, runSettings } from './lib/model-memory'
import { findPreset, MODEL_PRESETS, type ModelPreset } from './lib/model-presets'
import { pullModel } from './lib/pull-model'
import { readHeader } from './lib/read-header'
import { runCommand, UsageError } from './lib/run-command'
import { showProgress } from './lib/show-progress'

const NAMES = MODEL_PRESETS.map((preset) => preset.name)
const USAGE = `usage: npm run model -- list | pull NAME [--quant Q4_K_M] | use NAME | info
NAME is ${NAMES.join(', ')},
hf:user/repo:Q4_K_M, hf:user/repo/file.gguf, https://…gguf, or for use a file that is here; use pocket takes the bundled model again.
HF_ENDPOINT=https://… names a mirror of Hugging Face, HF_TOKEN an account there; MODEL_SOURCE=modelscope takes ModelScope.`

await runCommand(USAGE, async () => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { quant: { type: 'string' } } })
  const [command, name, ...rest] = positionals
  if (rest.length > 0) throw new UsageError()
  if (values.quant !== undefined && command !== 'pull') throw new UsageError('--quant goes with pull.')
  if (command === 'list' && !name) return listPresets()
  if (command === 'info' && !name) return describeModels()
  if (command === 'pull' && name) return pull(name, values.quant)
  if (command === 'use' && name) return use(name)
  throw new UsageError()
})

async function pull(name: string, quantization: string | undefined): Promise<void> {
  const preset = findPreset(name)
  if (!preset && !/^(hf|https?):/.test(name)) throw new UsageError(`There is no model ${JSON.stringify(name)}.`)
  const uri = preset ? presetUri(preset, quantization) : withQuantization(name, quantization)
  const { file, sizeBytes, isVerified } = await pullModel(uri, modelsFolder(), showProgress())
  const relative = path.relative(process.cwd(), file)
  console.log(`${relative}  ${gigabytes(sizeBytes)}  ${isVerified ? 'as published (SHA-256)' : 'no checksum is published'}`)
  console.log(
    `\nFrom the next start on:  npm run model -- use ${preset?.name ?? path.basename(file)}\nThis once:               ${MODEL_VARIABLES[preset?.kind ?? 'chat']}=${relative} npm start`,
  )
}

/** A repository of the hub has files of several quantisations; an address that names one has it already. */
function withQuantization(uri: string, quantization: string | undefined): string {
  if (quantization === undefined) return uri
  if (!/^hf:[^/]+\/[^/:#]+$/i.test(uri)) throw new UsageError(`--quant goes with the name of a model, or with hf:user/repo.`)
  return `${uri}:${quantization}`
}

/** The file of a preset that fits, or the one that was asked for. */
function presetUri(preset: ModelPreset, quantization: string | undefined): string {
  const memory = presentMemory()
  const file = quantization
    ? preset.files.find((one) => one.quantization.toLowerCase() === quantization.toLowerCase())
    : chooseFile(preset, memory, runSettings(preset.kind))
  if (quantization && !file)
    throw new UsageError(`${preset.name} has no ${quantization}, but ${preset.files.map((one) => one.quantization).join(', ')}.`)
  if (!file) {
    const least = needOf(preset, preset.files.at(-1)?.bytes ?? 0)
    throw new Error(
      `${preset.name} needs at least ${gigabytes(least)} and ${gigabytes(memory.bytes)} of ${memory.where} are present. Fewer requests or less context need less (WORKER_SLOTS, WORKER_CONTEXT); --quant takes a file all the same.`,
    )
  }
  console.error(
    `${preset.name} ${file.quantization}: needs ${gigabytes(needOf(preset, file.bytes))}, ${gigabytes(memory.bytes)} of ${memory.where} are present`,
  )
  return `hf:${preset.repository}/${file.file}`
}

async function use(name: string): Promise<void> {
  if (name === 'pocket') {
    chooseModel(dataFolder(), 'chat', null)
    console.log('The next npm start takes the bundled model.')
    return
  }
  const preset = findPreset(name)
  const found = preset ? pulledFile(preset) : localFile(name)
  if (!found)
    throw new Error(
      preset
        ? `${preset.name} is not here yet:  npm run model -- pull ${preset.name}`
        : `There is no file ${name}, nor ${path.join(modelsFolder(), name)}.`,
    )
  // Of a model that was split the first part names the others.
  const file = partsOf(found)[0] ?? found
  const { metadata, architectureMetadata } = await readHeader(file).catch((cause: Error) => {
    throw new Error(`${path.relative(process.cwd(), file)} cannot be used: ${cause.message}`, { cause })
  })
  const { pooling_type: pooling } = architectureMetadata as { pooling_type?: number }
  const kind = preset?.kind ?? kindOf(file, String(metadata.general.architecture), pooling)
  chooseModel(dataFolder(), kind, file)
  console.log(`The next npm start takes ${path.relative(process.cwd(), file)}.`)
  const variable = MODEL_VARIABLES[kind]
  if (process.env[variable]) console.log(`But ${variable} is set (in the environment or .env), and goes before it.`)
}
