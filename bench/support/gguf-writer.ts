import { type FileHandle, open } from 'node:fs/promises'

/**
 * Writes GGUF version 3: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. Little endian; the tensors' data begin at a multiple of
 * 32 bytes, and so does each tensor.
 */

/** Numbers of the format: how a value of the head is written. */
const VALUE = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 } as const
const ALIGNMENT = 32

export type GgufValue =
  | { type: 'uint32'; value: number }
  | { type: 'float32'; value: number }
  | { type: 'bool'; value: boolean }
  | { type: 'string'; value: string }
  | { type: 'strings'; value: string[] }
  | { type: 'int32s'; value: number[] }

export type GgufTensor = {
  name: string
  /** Rows lie one after the other: first how long one is, then how many there are. */
  dimensions: number[]
  /** The number of its `ggml_type`. */
  ggmlType: number
  bytes: number
  /** Its bytes in order, in pieces of any size. */
  data(): Iterable<Uint8Array>
}

/** Writes the file piece by piece, so that it may be larger than the memory. */
export async function writeGguf(path: string, head: Map<string, GgufValue>, tensors: GgufTensor[]): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.write(headOf(head, tensors))
    for (const tensor of tensors) {
      let written = 0
      for (const piece of tensor.data()) {
        await writeAll(file, piece)
        written += piece.length
      }
      if (written !== tensor.bytes) throw new Error(`${tensor.name} has ${written} bytes instead of ${tensor.bytes}.`)
      await writeAll(file, Buffer.alloc(padding(written)))
    }
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length; ) at += (await file.write(piece, at)).bytesWritten
}

function headOf(head: Map<string, GgufValue>, tensors: GgufTensor[]): Buffer {
  const pieces = [Buffer.from('GGUF'), uint32(3), uint64(tensors.length), uint64(head.size)]
  for (const [key, value] of head) pieces.push(string(key), encodeValue(value))
  let offset = 0
  for (const { name, dimensions, ggmlType, bytes } of tensors) {
    pieces.push(string(name), uint32(dimensions.length), ...dimensions.map(uint64), uint32(ggmlType), uint64(offset))
    offset += bytes + padding(bytes)
  }
  const whole = Buffer.concat(pieces)
  return Buffer.concat([whole, Buffer.alloc(padding(whole.length))])
}

function encodeValue(entry: GgufValue): Buffer {
  if (entry.type === 'uint32') return Buffer.concat([uint32(VALUE.uint32), uint32(entry.value)])
  if (entry.type === 'float32') return Buffer.concat([uint32(VALUE.float32), numbers(4, (to) => to.writeFloatLE(entry.value))])
  if (entry.type === 'bool') return Buffer.concat([uint32(VALUE.bool), Buffer.from([Number(entry.value)])])
  if (entry.type === 'string') return Buffer.concat([uint32(VALUE.string), string(entry.value)])
  const values = entry.type === 'strings' ? entry.value.map(string) : [Buffer.from(Int32Array.from(entry.value).buffer)]
  const kind = entry.type === 'strings' ? VALUE.string : VALUE.int32
  return Buffer.concat([uint32(VALUE.array), uint32(kind), uint64(entry.value.length), ...values])
}

function padding(bytes: number): number {
  return (ALIGNMENT - (bytes % ALIGNMENT)) % ALIGNMENT
}

function numbers(bytes: number, write: (to: Buffer) => void): Buffer {
  const to = Buffer.alloc(bytes)
  write(to)
  return to
}

const uint32 = (value: number) => numbers(4, (to) => to.writeUInt32LE(value))
const uint64 = (value: number) => numbers(8, (to) => to.writeBigUInt64LE(BigInt(value)))

function string(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  return Buffer.concat([uint64(bytes.length), bytes])
}
