import { describe, expect, test } from 'vitest'
import { bytesOf, randomWeights, toFloat16 } from '@/bench/support/random-weights'

const join = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces])

function fromFloat16(bits: number): number {
  const exponent = (bits >> 10) & 31
  const size = exponent === 0 ? (bits & 1023) * 2 ** -24 : (1 + (bits & 1023) / 1024) * 2 ** (exponent - 15)
  return bits & 0x8000 ? -size : size
}

/** What llama.cpp reads in such a row (ggml-quants.c, dequantize_row_q4_0 and so on). */
const readers = {
  f16: (row: Buffer) => Array.from({ length: row.length / 2 }, (_, at) => fromFloat16(row.readUInt16LE(2 * at))),
  q8_0: (row: Buffer) => blocks(row, 34).flatMap((block) => [...block.subarray(2)].map((q) => ((q << 24) >> 24) * scaleOf(block, 0))),
  q4_0: (row: Buffer) =>
    blocks(row, 18).flatMap((block) =>
      [...block.subarray(2)].flatMap((q) => [(q & 15) - 8, (q >> 4) - 8].map((v) => v * scaleOf(block, 0))),
    ),
  q4_k: (row: Buffer) =>
    blocks(row, 144).flatMap((block) =>
      [...block.subarray(16)].flatMap((q) => [q & 15, q >> 4].map((v) => v * scaleOf(block, 0) - scaleOf(block, 2))),
    ),
  q6_k: (row: Buffer) =>
    blocks(row, 210).flatMap((block) =>
      Array.from({ length: 256 }, (_, at) => {
        const [half, part, lane] = [at >> 7, (at >> 5) & 3, at & 31]
        const low = (block[half * 64 + (part & 1) * 32 + lane] ?? 0) >> (part >> 1 ? 4 : 0)
        const high = (block[128 + half * 32 + lane] ?? 0) >> (2 * part)
        return (((low & 15) | ((high & 3) << 4)) - 32) * block.readInt8(192 + (at >> 4)) * scaleOf(block, 208)
      }),
    ),
}

function blocks(row: Buffer, bytes: number): Buffer[] {
  return Array.from({ length: row.length / bytes }, (_, at) => row.subarray(at * bytes, (at + 1) * bytes))
}

function scaleOf(block: Buffer, at: number): number {
  return fromFloat16(block.readUInt16LE(at))
}

describe('random weights', () => {
  test.each(['f16', 'q8_0', 'q4_0', 'q4_k', 'q6_k'] as const)('in %s have the deviation asked for and no mean', (type) => {
    const bytes = join(randomWeights({ name: 'w', type, columns: 512, rows: 300, std: 0.05, seed: 1 }))
    expect(bytes.length).toBe(300 * bytesOf(type, 512))
    const values = readers[type](bytes)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.abs(mean)).toBeLessThan(0.001)
    expect(Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length)).toBeCloseTo(0.05, 3)
  })

  test('are the same for the same seed and name, whatever the type of the machine, and others for others', () => {
    const make = (name: string, seed: number) =>
      join(randomWeights({ name, type: 'q8_0', columns: 64, rows: 3, std: 1, seed })).toString('hex')
    expect(make('a', 1)).toBe(make('a', 1))
    expect(new Set([make('a', 1), make('b', 1), make('a', 2)]).size).toBe(3)
  })

  test('are zero in the rows that are to be', () => {
    const bytes = join(randomWeights({ name: 'w', type: 'q4_0', columns: 32, rows: 4, std: 1, seed: 1, zeroRows: [2] }))
    expect([0, 1, 2, 3].map((row) => bytes.subarray(18 * row, 18 * row + 18).some((byte) => byte !== 0))).toEqual([true, true, false, true])
  })

  test.each([0, 1, -1, 0.1, 1 / 3, 65_504, 2 ** -14, 6.1e-5, 1.9999])('round %d as half precision does', (value) => {
    expect(Math.abs(fromFloat16(toFloat16(value)) - value)).toBeLessThanOrEqual(Math.max(2 ** -25, Math.abs(value) * 2 ** -11))
  })

  test('refuse a row that its blocks do not divide', () => {
    expect(() => bytesOf('q4_0', 40)).toThrow('40 values cannot be kept as q4_0')
  })
})
