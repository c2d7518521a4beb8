import { setImmediate as nextTurn } from 'node:timers/promises'
import { EngineError } from '../engine'

/** About ten milliseconds of tokenizing. */
const TURN_CHARS = 8_192

/** Long work, cut up by who does it: behind each step it says how many characters it has read. */
export type Steps<Done> = Generator<number, Done, void>

/** All steps in one go, for what is known to be short or has nobody beside it. */
export function atOnce<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** When the turn that was given out last has come: of all long works one goes on in each turn of the event loop, not one step of each. */
let lastTurn: Promise<void> = Promise.resolve()

function myTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => nextTurn())
  return lastTurn
}

/**
 * Does long work, and lets everybody else have their turn of the event loop in between: the next tokens of replies, other requests. Work that
 * is short is done at once.
 *
 * @throws whatever the work throws; EngineError `aborted` when the signal is meanwhile
 */
export async function stepByStep<Done>(steps: Steps<Done>, signal?: AbortSignal): Promise<Done> {
  let chars = 0
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    chars += step.value
    if (chars <= TURN_CHARS) continue
    await myTurn()
    if (signal?.aborted) throw new EngineError('aborted', 'The client has gone.')
    chars = 0
  }
}

/**
 * The same for something that is done with each of many texts.
 *
 * @param size characters of what is to be done
 * @throws whatever `act` throws; EngineError `aborted` when the signal is meanwhile
 */
export function inTurns<Item, Done>(
  items: Iterable<Item>,
  { size, act, signal }: { size: (item: Item) => number; act: (item: Item, index: number) => Done; signal?: AbortSignal },
): Promise<Done[]> {
  return stepByStep(
    (function* () {
      const done: Done[] = []
      for (const item of items) {
        done.push(act(item, done.length))
        yield size(item)
      }
      return done
    })(),
    signal,
  )
}
