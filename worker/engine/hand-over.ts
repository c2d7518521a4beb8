import { EngineError } from '../engine'
import type { DrawnToken, Vocabulary } from './decoder'
import { type Job, writtenTokens } from './job'

/** What came of showing something to the caller: the reply goes on, or is complete and why, or its receiver broke. */
export type HandedOver = 'goes_on' | 'stop' | 'length' | EngineError

/** Takes a drawn token into the reply and shows the caller what it says. */
export function handOver(job: Job, drawn: DrawnToken, vocabulary: Vocabulary): HandedOver {
  if (vocabulary.isEnd(drawn.token)) return 'stop'
  job.known.push(drawn.token)
  const broken = shown(() => job.writer.push(drawn))
  if (broken) return broken
  if (job.writer.isStopped || isLast(job, drawn.token, vocabulary)) return 'stop'
  return writtenTokens(job) >= job.maxTokens ? 'length' : 'goes_on'
}

function isLast({ request: { endsAt } }: Job, token: number, { markOf }: Vocabulary): boolean {
  return endsAt !== undefined && markOf(token) === endsAt
}

/**
 * Shows the caller what was held back of a complete reply, and resolves its promise.
 *
 * @returns an error when the receiver broke; then nothing was resolved
 */
export function complete(job: Job, finishReason: 'stop' | 'length'): EngineError | null {
  const { writer, promptTokens } = job
  const broken = shown(() => writer.finish())
  if (broken) return broken
  job.resolve({
    text: writer.text,
    // A stop string that was complete only in the held-back end still counts as one.
    finishReason: writer.isStopped ? 'stop' : finishReason,
    promptTokens,
    cachedTokens: job.cachedTokens ?? 0,
    completionTokens: writtenTokens(job),
    ...(writer.logprobs && { logprobs: writer.logprobs }),
  })
  return null
}

/** A caller that breaks costs itself its reply and nobody else anything. */
function shown(show: () => void): EngineError | null {
  try {
    show()
    return null
  } catch (cause) {
    return new EngineError('aborted', 'The receiver of the reply failed.', { cause })
  }
}
