import { type GgufTensor, type GgufValue, writeGguf } from './gguf-writer'
import { bytesOf, ones, pickRows, randomWeights, WEIGHTS, type WeightType, withRows } from './random-weights'
import { readTokenizer, type Tokenizer } from './read-tokenizer'

export const KINDS = ['chat', 'embedding', 'reranker'] as const
export const TYPES = ['f16', 'q8_0', 'q4_0', 'q4_k_m'] as const

export type ModelShape = {
  /** `qwen2` is Qwen2.5: biases where Qwen3 has norms. */
  architecture: 'qwen3' | 'qwen2'
  layers: number
  width: number
  heads: number
  kvHeads: number
  headDim: number
  ffn: number
  context: number
  /** Tokens; those that the tokenizer lacks are made up. 0: as many as it has. */
  vocabulary: number
  /** The head is the table of the tokens' embeddings. */
  isTied: boolean
}

export type ModelToWrite = ModelShape & {
  kind: (typeof KINDS)[number]
  type: (typeof TYPES)[number]
  seed: number
  name: string
  /** Greedily it recites: after each word comes the word that follows it in one long text, which begins every reply. */
  recites?: boolean
}

/** Small enough for a test: a megabyte or two, nearly all of it the tokens. */
export const TINY: ModelShape = {
  architecture: 'qwen3',
  layers: 2,
  width: 64,
  heads: 2,
  kvHeads: 1,
  headDim: 32,
  ffn: 128,
  context: 2048,
  vocabulary: 0,
  isTied: true,
}

const QWEN3 = { ...TINY, headDim: 128, kvHeads: 8, context: 40_960, vocabulary: 151_936 }

/** Shapes of published models, from their config.json. */
export const SHAPES: Record<string, ModelShape> = {
  tiny: TINY,
  'qwen3-0.6b': { ...QWEN3, layers: 28, width: 1024, heads: 16, ffn: 3072 },
  'qwen3-4b': { ...QWEN3, layers: 36, width: 2560, heads: 32, ffn: 9728 },
  'qwen2.5-7b': {
    ...QWEN3,
    architecture: 'qwen2',
    layers: 28,
    width: 3584,
    heads: 28,
    kvHeads: 4,
    ffn: 18_944,
    context: 32_768,
    vocabulary: 152_064,
    isTied: false,
  },
}

const FILE_TYPE: Record<ModelToWrite['type'], number> = { f16: 1, q4_0: 2, q8_0: 7, q4_k_m: 15 }
const POOLING = { last: 3, rank: 4 }

/** Qwen3-Reranker's own prompt, with the places that llama.cpp fills. */
const RERANK_TEMPLATE =
  '<|im_start|>system\nJudge whether the Document meets the requirements based on the Query and the Instruct provided. Note that the answer can only be "yes" or "no".<|im_end|>\n<|im_start|>user\n<Instruct>: Given a web search query, retrieve relevant passages that answer the query\n<Query>: {query}\n<Document>: {document}<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n'

// Any prime larger than the number of words shuffles them.
const STRIDE = 7919

/** Writes a GGUF of Qwen's architecture with random weights: it computes as long as the real one, and says nothing. */
export async function writeModel(path: string, model: ModelToWrite): Promise<void> {
  const tokenizer = await readTokenizer(model.vocabulary)
  await writeGguf(path, headOf(model, tokenizer), tensorsOf(model, tokenizer))
}

function headOf(model: ModelToWrite, tokenizer: Tokenizer): Map<string, GgufValue> {
  const { architecture, kind } = model
  const head = new Map<string, GgufValue>()
  const number = (key: string, value: number) => head.set(key, { type: 'uint32', value })
  const text = (key: string, value: string) => head.set(key, { type: 'string', value })
  text('general.architecture', architecture)
  text('general.type', 'model')
  text('general.name', model.name)
  number('general.file_type', FILE_TYPE[model.type])
  number('general.quantization_version', 2)
  number(`${architecture}.context_length`, model.context)
  number(`${architecture}.embedding_length`, model.width)
  number(`${architecture}.block_count`, model.layers)
  number(`${architecture}.feed_forward_length`, model.ffn)
  number(`${architecture}.attention.head_count`, model.heads)
  number(`${architecture}.attention.head_count_kv`, model.kvHeads)
  number(`${architecture}.attention.key_length`, model.headDim)
  number(`${architecture}.attention.value_length`, model.headDim)
  head.set(`${architecture}.attention.layer_norm_rms_epsilon`, { type: 'float32', value: 1e-6 })
  head.set(`${architecture}.rope.freq_base`, { type: 'float32', value: 1e6 })
  if (kind === 'embedding') number(`${architecture}.pooling_type`, POOLING.last)
  if (kind === 'reranker') {
    number(`${architecture}.pooling_type`, POOLING.rank)
    head.set(`${architecture}.classifier.output_labels`, { type: 'strings', value: ['yes', 'no'] })
  }
  text('tokenizer.ggml.model', 'gpt2')
  text('tokenizer.ggml.pre', 'qwen2')
  head.set('tokenizer.ggml.tokens', { type: 'strings', value: tokenizer.tokens })
  head.set('tokenizer.ggml.token_type', { type: 'int32s', value: tokenizer.types })
  head.set('tokenizer.ggml.merges', { type: 'strings', value: tokenizer.merges })
  // A vector is what the model makes of a text's last token, and Qwen3-Embedding's last token is <|endoftext|>.
  number('tokenizer.ggml.eos_token_id', kind === 'embedding' ? tokenizer.endOfText : tokenizer.endOfTurn)
  number('tokenizer.ggml.bos_token_id', tokenizer.endOfText)
  number('tokenizer.ggml.padding_token_id', tokenizer.endOfText)
  head.set('tokenizer.ggml.add_bos_token', { type: 'bool', value: false })
  if (kind === 'embedding') head.set('tokenizer.ggml.add_eos_token', { type: 'bool', value: true })
  if (kind === 'reranker') {
    head.set('tokenizer.chat_templates', { type: 'strings', value: ['rerank'] })
    text('tokenizer.chat_template.rerank', RERANK_TEMPLATE)
  } else text('tokenizer.chat_template', tokenizer.chatTemplate)
  return head
}

function tensorsOf(model: ModelToWrite, tokenizer: Tokenizer): GgufTensor[] {
  const { layers, width, ffn, headDim, seed, kind, architecture } = model
  const query = model.heads * headDim
  const keys = model.kvHeads * headDim
  const tensors: GgufTensor[] = []
  const weights = (name: string, columns: number, rows: number, how: { std: number; type: WeightType; zeroRows?: number[] }) => {
    const { ggmlType } = WEIGHTS[how.type]
    const data = () => randomWeights({ name, columns, rows, seed, ...how })
    // A vector of biases has one dimension.
    const dimensions = rows === 1 ? [columns] : [columns, rows]
    tensors.push({ name, dimensions, ggmlType, bytes: rows * bytesOf(how.type, columns), data })
  }
  const norm = (name: string, length: number) =>
    tensors.push({ name, dimensions: [length], ggmlType: WEIGHTS.f32.ggmlType, bytes: 4 * length, data: () => ones(length) })

  const headType = typeOfHead(model)
  // Logits of about 2; those of the tokens that end a reply are 0, far below the best, so that a reply goes on to its limit.
  const head = { std: 2 / Math.sqrt(width), type: headType, zeroRows: kind === 'chat' ? [tokenizer.endOfText, tokenizer.endOfTurn] : [] }
  const isOneType = model.isTied || model.recites
  weights('token_embd.weight', width, tokenizer.tokens.length, isOneType ? head : { ...head, type: typeOf(model, width) })
  norm('output_norm.weight', width)
  if (!model.isTied || model.recites) {
    weights('output.weight', width, tokenizer.tokens.length, head)
    if (model.recites) recite(tensors, tokenizer, bytesOf(headType, width))
  }
  // What a layer adds is kept small, or the sum would grow with their number; one that recites is to remember its last token.
  const residual = (model.recites ? head.std : 1) / Math.sqrt(2 * layers)
  for (let layer = 0; layer < layers; layer++) {
    const at = (name: string) => `blk.${layer}.${name}`
    const finer = { ...model, isFiner: usesMoreBits(layer, layers) }
    const matrix = (name: string, columns: number, rows: number, scale = 1, of: typeof finer | ModelToWrite = model) =>
      weights(at(`${name}.weight`), columns, rows, { std: scale / Math.sqrt(columns), type: typeOf(of, columns) })
    norm(at('attn_norm.weight'), width)
    matrix('attn_q', width, query)
    matrix('attn_k', width, keys)
    matrix('attn_v', width, keys, 1, finer)
    if (architecture === 'qwen3') {
      norm(at('attn_q_norm.weight'), headDim)
      norm(at('attn_k_norm.weight'), headDim)
    } else {
      for (const [name, length] of [
        ['q', query],
        ['k', keys],
        ['v', keys],
      ] as const) {
        weights(at(`attn_${name}.bias`), length, 1, { std: 0.1, type: 'f32' })
      }
    }
    matrix('attn_output', query, width, residual)
    norm(at('ffn_norm.weight'), width)
    matrix('ffn_gate', width, ffn)
    matrix('ffn_up', width, ffn)
    matrix('ffn_down', ffn, width, residual, finer)
  }
  // Yes and no differ by about 1.4 in their logits, so that scores are neither all alike nor all 0 or 1.
  if (kind === 'reranker') weights('cls.output.weight', width, 2, { std: 1 / Math.sqrt(width), type: 'f32' })
  return tensors
}

/**
 * Makes the head answer each word of a text with the next one. What a model of random weights knows in the end is mostly the
 * embedding of its last token, so a head in which the row of the next word is the embedding of this one says the next word.
 */
function recite(tensors: GgufTensor[], { tokens }: Tokenizer, rowBytes: number): void {
  const embeddings = tensors.find(({ name }) => name === 'token_embd.weight')
  const head = tensors.find(({ name }) => name === 'output.weight')
  if (!embeddings || !head) throw new Error('There is no head.')
  // Words of one token each, so that the text is the same tokens when it is read. The frame of a chat ends in a new line.
  const words = tokens.flatMap((text, id) => (/^Ġ[a-z]{3,}$/.test(text) ? [id] : []))
  const text = [tokens.indexOf('Ċ'), ...words.map((_, at) => words[(at * STRIDE) % words.length] as number)]
  const own = head.data
  head.data = () => {
    const rows = pickRows(embeddings.data(), rowBytes, new Set(text))
    return withRows(own(), rowBytes, new Map(text.slice(1).map((next, at) => [next, rows.get(text[at] as number) ?? new Uint8Array(0)])))
  }
}

/** As llama-quantize chooses; rows that do not divide into blocks of 256 are kept as it keeps them, in a larger type. */
function typeOf({ type, isFiner = false }: ModelToWrite & { isFiner?: boolean }, columns: number): WeightType {
  if (type !== 'q4_k_m') return type
  if (columns % 256 !== 0) return 'q8_0'
  return isFiner ? 'q6_k' : 'q4_k'
}

function typeOfHead({ type, width }: ModelToWrite): WeightType {
  if (type === 'f16' || type === 'q8_0') return type
  return width % 256 === 0 ? 'q6_k' : 'q8_0'
}

/** The layers whose values and down projections Q4_K_M keeps in six bits. */
function usesMoreBits(layer: number, layers: number): boolean {
  const eighth = Math.floor(layers / 8)
  return layer < eighth || layer >= Math.floor((7 * layers) / 8) || (layer - eighth) % 3 === 2
}
