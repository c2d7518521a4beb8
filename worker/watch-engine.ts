import { type Engine, EngineError, type EngineReply, type EngineRequest } from './engine'

// One failed batch may be one request's fault, though it takes all that were in it; so many in a row with no reply between
// them are a model or a GPU that is gone.
const MOST_FAILURES = 3

/**
 * The same engine, watched: `onBroken` hears once when the model fails on one batch after the other. A process whose
 * GPU has been lost would go on answering 500 for ever; its supervisor can start it again.
 */
export function watchEngine(engine: Engine, onBroken: () => void): Engine {
  let failures = 0
  let counted = 0
  const failed = (error: unknown) => {
    if (!(error instanceof EngineError) || error.code !== 'decode_failed') return
    const { failedRounds } = engine.counts()
    if (failedRounds === counted) return
    counted = failedRounds
    failures += 1
    if (failures === MOST_FAILURES) onBroken()
  }
  const submit = (request: EngineRequest): Promise<EngineReply> => {
    const reply = engine.submit(request)
    reply.then(() => {
      failures = 0
    }, failed)
    return reply
  }
  return {
    model: engine.model,
    submit,
    prepare: (input, options) => engine.prepare(input, options),
    tokenize: (text, signal) => engine.tokenize(text, signal),
    detokenize: (tokens) => engine.detokenize(tokens),
    load: () => engine.load(),
    counts: () => engine.counts(),
    finish: (deadlineMs) => engine.finish(deadlineMs),
    free: () => engine.free(),
  }
}
