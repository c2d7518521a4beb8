import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work that can pause wherever it yields; what it returns is its result. */
export type Steps<Result> = Generator<void, Result, void>

/** The longest a slice may hold up the requests that wait, in milliseconds. */
const SLICE_MS = 12

/** Does all of it at once: for tests and command-line tools. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Does it in slices and lets others run between them. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE_MS
    while (performance.now() < until) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await nextTurn()
  }
}
