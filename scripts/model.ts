/** `npm run model -- list | pull NAME | use NAME | info`: models for the worker, in DATA_DIR/models. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bundledModelPath } from '../worker/bundled-model'
import { readModelProfile } from '../worker/model-profile'
import { chooseModel, MODEL_VARIABLES, readChosenModels } from './lib/chosen-models'
import type { Progress } from './lib/download-file'
import { chooseFile, fits, type Memory, neededBytes, presentMemory } from './lib/model-memory'
import { findPreset, MODEL_PRESETS, type ModelKind, type ModelPreset } from './lib/model-presets'
import { pullModel } from './lib/pull-model'
import { runCommand, UsageError } from './lib/run-command'

const NAMES = MODEL_PRESETS.map((preset) => preset.name)
const USAGE = `usage: npm run model -- list | pull NAME [--quant Q4_K_M] | use NAME | info
NAME is ${NAMES.join(', ')},
hf:user/repo:Q4_K_M, hf:user/repo/file.gguf, https://…gguf, or for use a file that is here; use pocket takes the bundled model again.
HF_ENDPOINT=https://… names a mirror of Hugging Face; MODEL_SOURCE=modelscope takes ModelScope.`

await runCommand(async () => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { quant: { type: 'string' } } })
  const [command, name, ...rest] = positionals
  if (rest.length > 0) throw new UsageError(USAGE)
  if (command === 'list' && !name) return list()
  if (command === 'info' && !name) return info()
  if (command === 'pull' && name) return pull(name, values.quant)
  if (command === 'use' && name) return use(name)
  throw new UsageError(USAGE)
})

function dataFolder(): string {
  return path.resolve(process.env.DATA_DIR || '.data')
}

function modelsFolder(): string {
  return path.join(dataFolder(), 'models')
}

/** How the worker would run: as many requests at once and as much context as it is set to; one at a time where nothing is written. */
function runSettings(kind: ModelKind = 'chat') {
  if (kind !== 'chat') return { slots: 1, contextSize: 2048 }
  return { slots: Number(process.env.WORKER_SLOTS) || 4, contextSize: Number(process.env.WORKER_CONTEXT) || 8192 }
}

function list(): void {
  const memory = presentMemory()
  const chosen = Object.values(readChosenModels(dataFolder()))
  const rows = MODEL_PRESETS.map((preset) => {
    const file = chooseFile(preset, memory, runSettings(preset.kind))
    const smallest = preset.files.at(-1)
    const shown = file ?? smallest
    if (!shown) return []
    const here = pulledFile(preset)
    const state = here ? (chosen.includes(here) ? 'in use' : 'here') : file ? '' : 'too large'
    return [
      preset.name,
      preset.kind,
      shown.quantization.toUpperCase(),
      gigabytes(shown.bytes),
      gigabytes(needOf(preset, shown.bytes)),
      state,
    ]
  })
  printTable([['name', 'kind', 'file', 'size', 'needs', ''], ...rows])
  const { slots, contextSize } = runSettings()
  console.log(
    `\n${gigabytes(memory.bytes)} of ${memory.where} are present; needs are for ${slots} requests at once with ${contextSize} tokens each (WORKER_SLOTS, WORKER_CONTEXT).`,
  )
}

async function pull(name: string, quantization: string | undefined): Promise<void> {
  const preset = findPreset(name)
  if (!preset && !/^(hf|https?):/.test(name)) throw new UsageError(`There is no model ${JSON.stringify(name)}.\n${USAGE}`)
  const uri = preset ? presetUri(preset, quantization) : name
  const { file, sizeBytes, isVerified } = await pullModel(uri, modelsFolder(), showProgress())
  const relative = path.relative(process.cwd(), file)
  console.log(`${relative}  ${gigabytes(sizeBytes)}  ${isVerified ? 'as published (SHA-256)' : 'no checksum is published'}`)
  console.log(
    `\nFrom the next start on:  npm run model -- use ${preset?.name ?? path.basename(file)}\nThis once:               ${MODEL_VARIABLES[preset?.kind ?? 'chat']}=${relative} npm start`,
  )
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

function needOf(preset: ModelPreset, bytes: number): number {
  return neededBytes(bytes, preset.bytesPerToken, runSettings(preset.kind))
}

async function use(name: string): Promise<void> {
  if (name === 'pocket') {
    chooseModel(dataFolder(), 'chat', null)
    console.log('The next npm start takes the bundled model.')
    return
  }
  const preset = findPreset(name)
  const file = preset ? pulledFile(preset) : localFile(name)
  if (!file)
    throw new Error(
      preset
        ? `${preset.name} is not here yet:  npm run model -- pull ${preset.name}`
        : `There is no file ${name}, nor ${path.join(modelsFolder(), name)}.`,
    )
  const { metadata } = await readHeader(file)
  const kind = preset?.kind ?? kindOf(file, String(metadata.general.architecture))
  chooseModel(dataFolder(), kind, file)
  console.log(`The next npm start takes ${path.relative(process.cwd(), file)}.`)
  const variable = MODEL_VARIABLES[kind]
  if (process.env[variable]) console.log(`But ${variable} is set (in the environment or .env), and goes before it.`)
}

/** Loaded only where it is needed: the package alone takes a second. */
async function readHeader(file: string) {
  const { readGgufFileInfo } = await import('node-llama-cpp')
  return readGgufFileInfo(file)
}

/** A preset's file that has been pulled, the best first. */
function pulledFile(preset: ModelPreset): string | null {
  const paths = preset.files.map(({ file }) => path.join(modelsFolder(), file))
  return paths.find((file) => existsSync(file)) ?? null
}

function localFile(name: string): string | null {
  return (
    [path.resolve(name), path.join(modelsFolder(), name)].find((file) => file.toLowerCase().endsWith('.gguf') && existsSync(file)) ?? null
  )
}

/** By their names: a GGUF says of what architecture it is, and these are Qwen3 all three. */
function kindOf(file: string, architecture: string): ModelKind {
  const name = path.basename(file).toLowerCase()
  if (name.includes('rerank')) return 'rerank'
  return name.includes('embed') || architecture.includes('bert') ? 'embedding' : 'chat'
}

async function info(): Promise<void> {
  const memory = presentMemory()
  const chosen = readChosenModels(dataFolder())
  const inUse: [string, string | undefined][] = [
    ['replies', process.env.MODEL || chosen.chat || bundledModelPath()],
    ['meaning', process.env.EMBEDDING_MODEL || chosen.embedding],
    ['ranking', process.env.RERANK_MODEL || chosen.rerank],
  ]
  for (const [use, file] of inUse) if (file) await describe(use, path.resolve(file), memory)
  const others = existsSync(modelsFolder()) ? readdirSync(modelsFolder()).filter((file) => file.toLowerCase().endsWith('.gguf')) : []
  const rest = others.filter((file) => !inUse.some(([, used]) => used && path.basename(used) === file))
  if (rest.length > 0) console.log(`\nAlso here: ${rest.join(', ')}`)
  console.log(`\n${gigabytes(memory.bytes)} of ${memory.where} are present.`)
}

async function describe(use: string, file: string, memory: Memory): Promise<void> {
  if (!existsSync(file)) {
    console.log(`${use}: ${path.relative(process.cwd(), file)} is not there.`)
    return
  }
  const { metadata } = await readHeader(file)
  const bytes = statSync(file).size
  const architecture = String(metadata.general.architecture)
  const shape = (metadata as unknown as Record<string, ModelShape | undefined>)[architecture]
  const profile = await readModelProfile(file)
  const contextSize = Math.min(Number(process.env.WORKER_CONTEXT) || profile.contextSize, shape?.context_length ?? profile.contextSize)
  const needed = neededBytes(bytes, bytesPerToken(shape), { slots: runSettings().slots, contextSize })
  console.log(`${use}: ${profile.name}${profile.isDemo ? ' (demonstration)' : ''}`)
  console.log(`  file     ${path.relative(process.cwd(), file)}  ${gigabytes(bytes)}`)
  console.log(
    `  model    ${architecture}, ${shape?.block_count ?? '?'} layers, trained on ${shape?.context_length ?? '?'} tokens of context`,
  )
  console.log(
    `  needs    ${gigabytes(needed)} for ${runSettings().slots} requests at once with ${contextSize} tokens each${fits(needed, memory) ? '' : ', which is more than there is'}`,
  )
}

type ModelShape = {
  context_length?: number
  block_count?: number
  embedding_length?: number
  attention?: { head_count?: number | number[]; head_count_kv?: number | number[]; key_length?: number; value_length?: number }
}

/** Keys and values of one token at 16 bits, by the header of the file. */
function bytesPerToken(shape: ModelShape | undefined): number {
  if (!shape) return 0
  const heads = Number(shape.attention?.head_count ?? 1)
  const kvHeads = Number(shape.attention?.head_count_kv ?? heads)
  const size = shape.attention?.key_length ?? (shape.embedding_length ?? 0) / heads
  const valueSize = shape.attention?.value_length ?? size
  return (shape.block_count ?? 0) * kvHeads * (size + valueSize) * 2
}

function printTable(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

/** A line that is rewritten on a terminal, and one every ten seconds elsewhere. */
function showProgress() {
  let shownAt = 0
  return ({ totalBytes, doneBytes, bytesPerSecond }: Progress) => {
    const isDone = doneBytes === totalBytes
    if (!isDone && Date.now() - shownAt < (process.stderr.isTTY ? 200 : 10_000)) return
    shownAt = Date.now()
    const share = totalBytes ? doneBytes / totalBytes : 0
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░')
    const left = totalBytes && bytesPerSecond > 0 ? `, ${Math.ceil((totalBytes - doneBytes) / bytesPerSecond)} s left` : ''
    const rest = isDone ? '' : `${(bytesPerSecond / 1e6).toFixed(1)} MB/s${left}`
    const line = `${bar} ${(share * 100).toFixed(0).padStart(3)} %  ${gigabytes(doneBytes)} of ${totalBytes ? gigabytes(totalBytes) : '?'}  ${rest}`
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}${isDone ? '\n' : ''}` : `${line}\n`)
  }
}

function gigabytes(bytes: number): string {
  return bytes < 1e8 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}
