import { setImmediate as nextTurn } from 'node:timers/promises'
import { EngineError } from '../engine'

/** About ten milliseconds of tokenizing. */
const TURN_CHARS = 8_192

/**
 * Does something with each of many texts, and lets everybody else have their turn of the event loop in between: the next tokens of replies,
 * other requests.
 *
 * @param size characters of what is to be done
 * @throws whatever `act` throws; EngineError `aborted` when the signal is meanwhile
 */
export async function inTurns<Item, Done>(
  items: Iterable<Item>,
  { size, act, signal }: { size: (item: Item) => number; act: (item: Item, index: number) => Done; signal?: AbortSignal },
): Promise<Done[]> {
  const done: Done[] = []
  let chars = 0
  for (const item of items) {
    if (chars > TURN_CHARS) {
      await nextTurn()
      if (signal?.aborted) throw new EngineError('aborted', 'The client has gone.')
      chars = 0
    }
    done.push(act(item, done.length))
    chars += size(item)
  }
  return done
}
