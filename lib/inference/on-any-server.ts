import { chooseInference, type Inference } from '@/lib/inference/complete'
import { InferenceError } from '@/lib/inference/inference-error'
import { describeError, log } from '@/lib/log'

/**
 * Does the work with one server, and again from its beginning with the next when that one failed, also in the middle of
 * a text. After a timeout nothing is tried again: the time is spent. See `steadyText` for whoever watches it being written.
 *
 * @throws what the last server tried has thrown
 */
export async function onAnyServer<T>(first: Inference, work: (inference: Inference) => Promise<T>): Promise<T> {
  const tried = [first.server]
  for (let inference = first; ; ) {
    try {
      return await work(inference)
    } catch (error) {
      if (!(error instanceof InferenceError) || error.reason === 'timeout') throw error
      const next = await chooseInference(tried).catch(() => null)
      if (!next) throw error
      log.info({ event: 'inference.retry', from: inference.server.url, to: next.server.url, cause: describeError(error) })
      tried.push(next.server)
      inference = next
    }
  }
}
