import type { z } from 'zod'
import { InferenceError } from '@/lib/inference/inference-error'
import { errorBodySchema, PRIORITY_HEADER, type Priority } from '@/lib/inference/protocol'
import { inferenceHeaders } from '@/lib/inference/servers'
import type { SideModel } from '@/lib/inference/side-models'
import { describeError, log } from '@/lib/log'

export type SideCall = { priority: Priority; timeoutMs: number }

/**
 * One call to a model beside the one that replies. Calls that somebody waits for report to its circuit breaker, a slow answer as a failure.
 * @throws InferenceError of every kind
 */
export async function askSideModel<Schema extends z.ZodType>(
  model: SideModel,
  { path, body, schema, ...call }: { path: string; body: object; schema: Schema } & SideCall,
): Promise<z.output<Schema>> {
  const isInteractive = call.priority === 'interactive'
  if (isInteractive && !model.breaker.tryEnter()) throw new InferenceError('breaker_open', 'the model is resting after failures')
  try {
    const answer = await post(model, { path, body, schema, ...call })
    if (isInteractive) reportSuccess(model)
    return answer
  } catch (error) {
    if (isInteractive) reportFailure(model, error)
    throw error
  }
}

async function post<Schema extends z.ZodType>(
  { url, name }: SideModel,
  { path, body, schema, priority, timeoutMs }: { path: string; body: object; schema: Schema } & SideCall,
): Promise<z.output<Schema>> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...inferenceHeaders(), [PRIORITY_HEADER]: priority },
      body: JSON.stringify({ model: name, ...body }),
      signal,
    })
    const said: unknown = await response.json().catch((cause: unknown) => {
      if (signal.aborted) throw cause
      return null
    })
    if (!response.ok) throw refusal(response.status, said)
    const parsed = schema.safeParse(said)
    if (!parsed.success) throw new InferenceError('bad_output', `${path} answered something else`, { cause: parsed.error })
    return parsed.data
  } catch (cause) {
    if (cause instanceof InferenceError) throw cause
    if (signal.aborted) throw new InferenceError('timeout', 'the model took too long', { cause })
    throw new InferenceError('unreachable', 'the server could not be reached', { cause })
  }
}

function refusal(status: number, said: unknown): InferenceError {
  const body = errorBodySchema.safeParse(said)
  // What is wrong with this very text; all others would be said of any.
  const isOfText = [400, 413, 422, 500].includes(status)
  const reason = isOfText ? 'bad_output' : status === 429 || status === 503 ? 'busy' : 'unreachable'
  return new InferenceError(
    reason,
    `the server answered ${status}: ${body.success ? body.data.error.message.slice(0, 200) : 'no reason given'}`,
  )
}

function reportSuccess(model: SideModel): void {
  model.breaker.success()
  model.isAway = false
}

/** Said once, when the circuit opens: until it has answered again, nobody needs to hear of it a second time. */
function reportFailure(model: SideModel, error: unknown): void {
  model.breaker.failure()
  if (model.isAway || !model.breaker.isOpen) return
  model.isAway = true
  log.warn({ event: 'meaning.away', task: model.task, model: model.name, cause: describeError(error) })
}
