// GPT-2's alphabet, in which byte-level vocabularies are written: a byte that is a visible Latin-1 character is itself,
// the others are the characters from U+0100 on, in order.
const isItself = (byte: number) => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff)

const BYTE_OF = new Map<string, number>()
let others = 0
for (let byte = 0; byte < 256; byte++) BYTE_OF.set(String.fromCharCode(isItself(byte) ? byte : 0x100 + others++), byte)

/**
 * The bytes of a token of a byte-level vocabulary.
 *
 * @param special how it is written, for a token with a meaning of its own
 * @param spelled as the vocabulary spells it
 */
export function tokenBytes(special: string | undefined, spelled: string): Buffer {
  if (special !== undefined) return Buffer.from(special)
  const bytes = [...spelled].map((character) => BYTE_OF.get(character))
  return bytes.includes(undefined) ? Buffer.from(spelled) : Buffer.from(bytes as number[])
}
