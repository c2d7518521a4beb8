/**
 * `npx tsx bench/make-model.ts --out F.gguf [--kind chat|embedding|reranker] [--type f16|q8_0|q4_0|q4_k_m] [--shape NAME] [--seed N]`: writes a
 * GGUF of Qwen's architecture with random weights. How fast a model is depends on its shape and not on what it learnt, so nobody needs a
 * download to measure. `--shape` is tiny, qwen3-0.6b, qwen3-4b or qwen2.5-7b; `--layers --width --heads --kv-heads --head-dim --ffn --context
 * --vocabulary` change parts of it, `--untied` gives it a head of its own, `--recites` one that says one
 * text and no other. The same options give the same bytes.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { endWithUsage } from '../scripts/lib/run-command'
import { readOptions } from './support/read-options'
import { KINDS, SHAPES, TYPES, writeModel } from './support/write-model'

const USAGE = `usage: npx tsx bench/make-model.ts --out F.gguf [--kind ${KINDS.join('|')}] [--type ${TYPES.join('|')}]
       [--shape ${Object.keys(SHAPES).join('|')}] [--seed N] [--untied] [--recites]
       [--layers N] [--width N] [--heads N] [--kv-heads N] [--head-dim N] [--ffn N] [--context N] [--vocabulary N]`
const { values } = readOptions(USAGE, {
  out: { type: 'string' },
  kind: { type: 'string', default: 'chat' },
  type: { type: 'string', default: 'f16' },
  shape: { type: 'string', default: 'tiny' },
  seed: { type: 'string', default: '1' },
  layers: { type: 'string' },
  width: { type: 'string' },
  heads: { type: 'string' },
  'kv-heads': { type: 'string' },
  'head-dim': { type: 'string' },
  ffn: { type: 'string' },
  context: { type: 'string' },
  vocabulary: { type: 'string' },
  untied: { type: 'boolean', default: false },
  recites: { type: 'boolean', default: false },
})

const shape = SHAPES[values.shape]
if (!shape) endWithUsage(`There is no shape ${values.shape}.`, USAGE)
const whole = z.coerce.number().int().min(1)
const parsed = z
  .object({
    out: z.string({ error: 'names the file to write' }).min(1),
    kind: z.enum(KINDS),
    type: z.enum(TYPES),
    seed: z.coerce.number().int(),
    layers: whole.default(shape.layers),
    width: whole.default(shape.width),
    heads: whole.default(shape.heads),
    'kv-heads': whole.default(shape.kvHeads),
    'head-dim': whole.default(shape.headDim),
    ffn: whole.default(shape.ffn),
    context: whole.default(shape.context),
    vocabulary: z.coerce.number().int().min(0).default(shape.vocabulary),
  })
  .safeParse(values)
if (!parsed.success) endWithUsage(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'), USAGE)

const { out, 'kv-heads': kvHeads, 'head-dim': headDim, ...rest } = parsed.data
const isTied = shape.isTied && !values.untied
await writeModel(out, { ...shape, ...rest, isTied, kvHeads, headDim, recites: values.recites, name: basename(out, '.gguf') })
console.log(`${out}  ${(statSync(out).size / 1e6).toFixed(1)} MB`)
