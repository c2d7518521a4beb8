const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait before each next try to load a model, in milliseconds. A file that is being copied, or memory that
 * another program holds, is there a little later; a wrong name never is.
 */
export function* retryPauses(): Generator<number, never> {
  for (let ms = FIRST_MS; ; ms = Math.min(ms * 2, LONGEST_MS)) yield ms
}
