// llama.cpp takes this one for "draw a seed from the clock".
const RANDOM_SEED = 0xffff_ffff

/**
 * The seed of the n-th draw of a reply (MurmurHash3's last steps over both). Each draw has one of its own, so that a
 * reply comes out the same whether or not guesses were checked on the way, and when it goes on in another slot.
 */
export function drawSeed(seed: number, n: number): number {
  let mixed = (seed ^ Math.imul(n + 1, 0x9e37_79b9)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  mixed = (mixed ^ (mixed >>> 16)) >>> 0
  return mixed === RANDOM_SEED ? 0 : mixed
}
