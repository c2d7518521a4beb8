/** How long something took, in seconds with one place; what rounds to nothing is said to be less than that. */
export function shortSeconds(ms: number): string {
  return ms < 100 ? '<0.1' : (ms / 1_000).toFixed(1)
}
