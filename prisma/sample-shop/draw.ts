/** Chance that always falls the same way. */
export type Draw = {
  /** 0 to 1, without 1. */
  next(): number
  between(low: number, high: number): number
  /** 0 to `below`, without it. */
  integer(below: number): number
  pick<T>(list: readonly T[]): T
  /** Around 0, as many things in life are; nearly always between −3 and 3. */
  bell(): number
}

/** Draws from a seed, by mulberry32 (Tommy Ettinger, public domain): good enough to look like chance. */
export function drawFrom(seed: number): Draw {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (below) => Math.floor(below * next()),
    pick: (list) => list[Math.floor(list.length * next())] as (typeof list)[number],
    // Twelve uniform draws have a variance of one.
    bell: () => Array.from({ length: 12 }, next).reduce((all, one) => all + one, -6),
  }
}
