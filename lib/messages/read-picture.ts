export type Picture = { contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'; width: number; height: number }

/**
 * What a browser may be asked to draw: 40 million pixels are 160 MB once decoded, a large photograph. A file of some
 * kilobytes can claim a thousand times that.
 */
const MAX_PIXELS = 40_000_000
const MAX_SIDE = 16_384

/**
 * What a picture's own first bytes say it is; null when it is none, or larger than any browser should draw. Nothing is
 * decoded: only the header is read.
 */
export function readPicture(file: Buffer): Picture | null {
  const picture = readPng(file) ?? readGif(file) ?? readWebp(file) ?? readJpeg(file)
  if (!picture) return null
  const { width, height } = picture
  const isDrawable = width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS
  return isDrawable ? picture : null
}

const startsWith = (file: Buffer, ...bytes: number[]) => bytes.every((byte, place) => file[place] === byte)

/** Signature, then IHDR, which must be first (PNG 3rd edition, 5.6). */
function readPng(file: Buffer): Picture | null {
  if (file.length < 24 || !startsWith(file, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) || file.toString('latin1', 12, 16) !== 'IHDR')
    return null
  return { contentType: 'image/png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}

function readGif(file: Buffer): Picture | null {
  if (file.length < 10 || !/^GIF8[79]a$/.test(file.toString('latin1', 0, 6))) return null
  return { contentType: 'image/gif', width: file.readUInt16LE(6), height: file.readUInt16LE(8) }
}

/** RIFF with one of three first chunks (RFC 9649). */
function readWebp(file: Buffer): Picture | null {
  if (file.length < 30 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return null
  const contentType = 'image/webp'
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { contentType, width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = file.readUInt32LE(21)
      return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { contentType, width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

/** From marker to marker to the frame header (ITU T.81, B.2.2); C4, C8 and CC are no frames. */
function readJpeg(file: Buffer): Picture | null {
  if (!startsWith(file, 0xff, 0xd8, 0xff)) return null
  let at = 2
  while (at + 9 < file.length) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { contentType: 'image/jpeg', width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) }
    }
    const length = file.readUInt16BE(at + 2)
    // Image data without a frame header before it, or a length that leads nowhere.
    if (marker === 0xda || length < 2) return null
    at += 2 + length
  }
  return null
}
