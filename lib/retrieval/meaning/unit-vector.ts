import { InferenceError } from '@/lib/inference/inference-error'

/**
 * The first numbers of a vector, with length 1: models such as Qwen3-Embedding are trained so that these say most of it (Matryoshka
 * Representation Learning, arXiv 2205.13147). A shorter vector stays as long as it is.
 * @throws InferenceError bad_output when it has no length, or none that is a number
 */
export function unitVector(vector: Float32Array, dimensions: number): Float32Array {
  const first = vector.subarray(0, dimensions)
  const length = Math.sqrt(dotProduct(first, first, 0))
  if (!Number.isFinite(length) || length === 0) throw new InferenceError('bad_output', 'the model gave a vector without a length')
  return first.map((value) => value / length)
}

/** Of a vector and the row of a matrix that begins at `from`. Four sums at once: each need not wait for the one before. */
export function dotProduct(vector: Float32Array, matrix: Float32Array, from: number): number {
  const { length } = vector
  const even = length - (length % 4)
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let at = 0; at < even; at += 4) {
    a += (vector[at] as number) * (matrix[from + at] as number)
    b += (vector[at + 1] as number) * (matrix[from + at + 1] as number)
    c += (vector[at + 2] as number) * (matrix[from + at + 2] as number)
    d += (vector[at + 3] as number) * (matrix[from + at + 3] as number)
  }
  for (let at = even; at < length; at++) a += (vector[at] as number) * (matrix[from + at] as number)
  return a + b + c + d
}

/** As it is kept in the database: little-endian single-precision numbers. */
export function toBytes(vector: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * vector.length)
  const view = new DataView(bytes.buffer)
  for (const [at, value] of vector.entries()) view.setFloat32(4 * at, value, true)
  return bytes
}

/** Writes it into a matrix; what is not as long is left out and false is returned. */
export function fromBytes(bytes: Uint8Array, matrix: Float32Array, row: number, dimensions: number): boolean {
  if (bytes.length !== 4 * dimensions) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < dimensions; at++) matrix[row * dimensions + at] = view.getFloat32(4 * at, true)
  return true
}
