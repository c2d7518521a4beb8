/** More than any model has; Qwen3's largest have some 1,500 tensors and 40 values in the head. */
const MOST = 1_000_000n
const MOST_DIMENSIONS = 4
/** Bytes of a value of each of GGUF's types, from 0 on; those of a string and of a list follow from what they say themselves. */
const SIZES = [1, 1, 2, 2, 4, 4, 4, 1, null, null, 8, 8, 8]
const NUMBER = 4
const STRING = 8
const LIST = 9
/** More than any layer is wide, so that no product of two of them runs over. */
const WIDEST = 2 ** 20

/** There are more bytes than are here, and they are needed. */
class NeedsMore extends Error {}

/**
 * Walks over the head of a GGUF: its values and what it says of its tensors, each with a length that is believed no further than the file
 * goes.
 *
 * @param bytes the beginning of the file
 * @param fileBytes how long the file is
 * @returns how long the head is; null when it is not to be told from so few bytes
 * @throws Error when it is no GGUF of version 2 or 3, or is damaged
 */
export function readGgufHead(bytes: Buffer, fileBytes: number): number | null {
  const isGguf = bytes.length >= 24 && bytes.toString('latin1', 0, 4) === 'GGUF' && [2, 3].includes(bytes.readUInt32LE(4))
  const tensors = isGguf ? bytes.readBigUInt64LE(8) : MOST
  const values = isGguf ? bytes.readBigUInt64LE(16) : MOST
  if (tensors >= MOST || values >= MOST) throw new Error('it is no GGUF of version 2 or 3.')
  const walk = new Walk(bytes, fileBytes, 24)
  try {
    const given = new Map<string, unknown>()
    for (let value = 0; value < values; value++) walk.takeNamedValue(given)
    for (let tensor = 0; tensor < tensors; tensor++) walk.skipTensor()
    requireShape(given)
    return walk.at
  } catch (error) {
    if (error instanceof NeedsMore && bytes.length < fileBytes) return null
    throw error instanceof NeedsMore ? damaged() : error
  }
}

/**
 * llama.cpp aborts its process where the numbers that every dense Qwen has are missing or senseless. Those of other architectures it has to
 * judge itself.
 */
function requireShape(values: Map<string, unknown>): void {
  const architecture = values.get('general.architecture')
  if (architecture !== 'qwen2' && architecture !== 'qwen3') return
  const [width, feed, layers, heads] = ['embedding_length', 'feed_forward_length', 'block_count', 'attention.head_count'].map((name) =>
    values.get(`${architecture}.${name}`),
  )
  const others = ['attention.head_count_kv', 'attention.key_length', 'attention.value_length'].map(
    (name) => values.get(`${architecture}.${name}`) ?? 1,
  )
  // A list has one for each layer.
  const isSensible = (value: unknown) => (typeof value === 'number' ? value >= 1 && value <= WIDEST : value !== undefined)
  if (![width, feed, layers, heads, ...others].every(isSensible) || Number(heads) > Number(width)) throw damaged()
}

class Walk {
  constructor(
    private readonly bytes: Buffer,
    private readonly fileBytes: number,
    public at: number,
  ) {}

  /** Whole numbers and texts are kept; of others that they are there. */
  takeNamedValue(values: Map<string, unknown>): void {
    const name = this.#string()
    const type = this.#number32()
    if (type === STRING) values.set(name, this.#string())
    else if (type === NUMBER) values.set(name, this.#number32())
    else if (name === 'tokenizer.ggml.tokens' && type === LIST) this.#skipTokens()
    else this.#skipValue(type)
    if (!values.has(name)) values.set(name, null)
  }

  skipTensor(): void {
    this.#string()
    const dimensions = this.#number32()
    if (dimensions > MOST_DIMENSIONS) throw damaged()
    // llama.cpp's loader has an assertion in place of a check here.
    for (let dimension = 0; dimension < dimensions; dimension++) if (this.#length() === 0) throw damaged()
    this.#number32()
    this.#length()
  }

  #skipValue(type: number): void {
    if (type !== LIST) return void this.#skip(sizeOf(type))
    const [element, count] = [this.#number32(), this.#length()]
    if (element !== STRING) return void this.#skip(sizeOf(element) * count)
    for (let index = 0; index < count; index++) this.#string()
  }

  /** llama.cpp asserts that no two are alike. */
  #skipTokens(): void {
    const seen = new Set<string>()
    const [type, count] = [this.#number32(), this.#length()]
    for (let index = 0; index < count; index++) seen.add(type === STRING ? this.#string() : '')
    if (seen.size < count) throw damaged()
  }

  #string(): string {
    const length = this.#length()
    const start = this.at
    this.#skip(length)
    if (this.at > this.bytes.length) throw new NeedsMore()
    return this.bytes.toString('latin1', start, this.at)
  }

  #skip(count: number): void {
    this.at += count
    if (this.at > this.fileBytes) throw damaged()
  }

  /** A length of anything is less than the file's: elements have a byte at least, and weights two bits. */
  #length(): number {
    if (this.at + 8 > this.bytes.length) throw new NeedsMore()
    const value = this.bytes.readBigUInt64LE(this.at)
    if (value > BigInt(this.fileBytes) * 4n) throw damaged()
    this.at += 8
    return Number(value)
  }

  #number32(): number {
    if (this.at + 4 > this.bytes.length) throw new NeedsMore()
    const value = this.bytes.readUInt32LE(this.at)
    this.at += 4
    return value
  }
}

function sizeOf(type: number): number {
  const size = SIZES[type]
  // llama.cpp has no lists of lists.
  if (size === undefined || size === null) throw damaged()
  return size
}

function damaged(): Error {
  return new Error('it is damaged or incomplete.')
}
