import { writePng } from '@/prisma/sample-shop/write-png'

// The smallest files that are pictures of a size; the PNG is whole and a browser draws it.

/** Grey, and as many pixels as it says. */
export function png(width: number, height: number): Buffer {
  const isDrawn = width * height <= 1_000_000
  const rows = Buffer.alloc(isDrawn ? (width + 1) * height : 1, 0xb0)
  if (isDrawn) for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  return writePng(width, height, rows)
}

export function gif(width: number, height: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\0\0\0;', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  return head
}

export function jpeg(width: number, height: number): Buffer {
  const app = Buffer.from([0xff, 0xe0, 0x00, 0x10, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])
  const frame = Buffer.from([0xff, 0xc0, 0x00, 0x11, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.from([0xff, 0xd9])])
}

export function webp(width: number, height: number): Buffer {
  const head = Buffer.alloc(30)
  head.write('RIFF', 0, 'latin1')
  head.write('WEBPVP8X', 8, 'latin1')
  head.writeUIntLE(width - 1, 24, 3)
  head.writeUIntLE(height - 1, 27, 3)
  return head
}
