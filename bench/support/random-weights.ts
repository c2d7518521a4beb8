import { createCipheriv, createHash } from 'node:crypto'

/** How ggml keeps a row of weights: so many values a block, so many bytes a block, and the number of the type. */
export const WEIGHTS = {
  f32: { ggmlType: 0, values: 1, bytes: 4 },
  f16: { ggmlType: 1, values: 1, bytes: 2 },
  q4_0: { ggmlType: 2, values: 32, bytes: 18 },
  q8_0: { ggmlType: 8, values: 32, bytes: 34 },
  q4_k: { ggmlType: 12, values: 256, bytes: 144 },
  q6_k: { ggmlType: 14, values: 256, bytes: 210 },
} as const

export type WeightType = keyof typeof WEIGHTS

export type RandomWeights = {
  name: string
  type: WeightType
  columns: number
  rows: number
  std: number
  seed: number
  zeroRows?: number[]
}

const PIECE_BYTES = 4 << 20
/** Root mean square of what the random bits of a block stand for, before its scale: whole numbers from -8 to 7, and so on. */
const RMS = { q4_0: 4.637, q8_0: 73.9, q4_k: 4.61, q6_k: 18.48 }

export function bytesOf(type: WeightType, values: number): number {
  const { values: perBlock, bytes } = WEIGHTS[type]
  if (values % perBlock !== 0) throw new Error(`A row of ${values} values cannot be kept as ${type}: its blocks hold ${perBlock}.`)
  return (values / perBlock) * bytes
}

/** Random weights of a standard deviation, without a mean, in pieces of whole rows; the same seed and name give the same bytes. */
export function* randomWeights({ name, type, columns, rows, std, seed, zeroRows = [] }: RandomWeights): Generator<Uint8Array> {
  const rowBytes = bytesOf(type, columns)
  const rowsAtOnce = Math.max(1, Math.floor(PIECE_BYTES / rowBytes))
  const key = createHash('sha256').update(`${seed} ${name}`).digest()
  // The key stream of a cipher: random enough, quicker than the disk, and the same everywhere.
  const cipher = createCipheriv('aes-128-ctr', key.subarray(0, 16), key.subarray(16))
  const shape = shapers[type](std)
  const zeros = Buffer.alloc(rowsAtOnce * rowBytes)
  for (let row = 0; row < rows; row += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rows - row)
    const piece = cipher.update(zeros.subarray(0, count * rowBytes))
    shape(piece)
    // All bits zero are the value zero in every type.
    for (const zero of zeroRows) {
      if (zero >= row && zero < row + count) piece.fill(0, (zero - row) * rowBytes, (zero - row + 1) * rowBytes)
    }
    yield piece
  }
}

/** The same rows, but for some that are given. */
export function* withRows(pieces: Iterable<Uint8Array>, rowBytes: number, rows: Map<number, Uint8Array>): Generator<Uint8Array> {
  let first = 0
  for (const piece of pieces) {
    const count = piece.length / rowBytes
    for (const [row, bytes] of rows) if (row >= first && row < first + count) piece.set(bytes, (row - first) * rowBytes)
    first += count
    yield piece
  }
}

/** Some rows of a matrix, by their numbers. */
export function pickRows(pieces: Iterable<Uint8Array>, rowBytes: number, wanted: Set<number>): Map<number, Uint8Array> {
  const picked = new Map<number, Uint8Array>()
  let first = 0
  for (const piece of pieces) {
    const count = piece.length / rowBytes
    for (const row of wanted) {
      const at = row - first
      if (at >= 0 && at < count) picked.set(row, Uint8Array.from(piece.subarray(at * rowBytes, (at + 1) * rowBytes)))
    }
    first += count
  }
  return picked
}

/** Rows of ones, as float32: norms that change nothing. */
export function* ones(count: number): Generator<Uint8Array> {
  yield Buffer.from(new Float32Array(count).fill(1).buffer)
}

/**
 * Turn random bytes into blocks of their type. The quants are left as they are; only the scales are set. A scale has a random sign, because
 * numbers from -8 to 7 have a mean, and a model whose weights all have a mean drifts.
 */
const shapers: Record<WeightType, (std: number) => (piece: Buffer) => void> = {
  f32: (std) => (piece) => {
    for (let at = 0; at < piece.length; at += 4) piece.writeFloatLE(evenly(piece.readUInt16LE(at), std), at)
  },
  f16: (std) => {
    const table = Uint16Array.from({ length: 65_536 }, (_, bits) => toFloat16(evenly(bits, std)))
    return (piece) => {
      for (let at = 0; at < piece.length; at += 2) piece.writeUInt16LE(table[piece.readUInt16LE(at)] ?? 0, at)
    }
  },
  q4_0: (std) => scaleBlocks(18, toFloat16(std / RMS.q4_0)),
  q8_0: (std) => scaleBlocks(34, toFloat16(std / RMS.q8_0)),
  // d, dmin, then twelve bytes with eight scales and eight minima of six bits, each 1: d × quant - 7.5 d.
  q4_k: (std) => (piece) => {
    const d = toFloat16(std / RMS.q4_k)
    const least = toFloat16((7.5 * std) / RMS.q4_k)
    for (let at = 0; at < piece.length; at += 144) {
      const sign = piece.readUInt16LE(at) & 0x8000
      piece.writeUInt16LE(d | sign, at)
      piece.writeUInt16LE(least | sign, at + 2)
      piece.fill(0x01, at + 4, at + 12).fill(0x11, at + 12, at + 16)
    }
  },
  // 192 bytes of quants, sixteen scales of eight bits, each 1 or -1, d.
  q6_k: (std) => (piece) => {
    const d = toFloat16(std / RMS.q6_k)
    for (let at = 0; at < piece.length; at += 210) {
      for (let scale = at + 192; scale < at + 208; scale++) piece[scale] = (piece[scale] ?? 0) & 1 ? 1 : 0xff
      piece.writeUInt16LE(d, at + 208)
    }
  },
}

function scaleBlocks(blockBytes: number, d: number) {
  return (piece: Buffer) => {
    for (let at = 0; at < piece.length; at += blockBytes) piece.writeUInt16LE(d | (piece.readUInt16LE(at) & 0x8000), at)
  }
}

/** One of 65,536 values spread evenly around 0 with this standard deviation. */
function evenly(bits: number, std: number): number {
  return ((bits + 0.5) / 32_768 - 1) * Math.sqrt(3) * std
}

/** The nearest half-precision number's bits; for numbers that are neither huge nor subnormal by much. */
export function toFloat16(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0
  const size = Math.abs(value)
  if (size >= 65_520) return sign | 0x7c00
  // Below 2^-14 the steps are even.
  if (size < 2 ** -14) return sign | Math.round(size * 2 ** 24)
  const exponent = Math.floor(Math.log2(size))
  // A mantissa that rounds up to 1024 carries into the exponent, as it should.
  return sign | (((exponent + 15) << 10) + Math.round((size / 2 ** exponent - 1) * 1024))
}
