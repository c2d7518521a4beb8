import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { bundledModelPath } from '../../worker/bundled-model'
import { partsOf } from '../../worker/engine/check-gguf'
import { readModelProfile } from '../../worker/model-profile'
import { readChosenModels } from './chosen-models'
import { gigabytes } from './gigabytes'
import { dataFolder, modelsFolder } from './model-files'
import { fits, type Memory, neededBytes, presentMemory, runSettings } from './model-memory'
import { readHeader } from './read-header'

/** `model -- info`: the models that the next start takes, and what they need here. */
export async function describeModels(): Promise<void> {
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
  const head = await readHeader(file).catch((error: Error) => error)
  if (head instanceof Error) {
    console.log(`${use}: ${path.relative(process.cwd(), file)} cannot be used: ${head.message}`)
    return
  }
  const { metadata } = head
  const bytes = partsOf(file).reduce((sum, part) => sum + statSync(part).size, 0)
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
