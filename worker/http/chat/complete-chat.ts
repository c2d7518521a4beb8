import type { ErrorBody, Usage } from '../../../lib/inference/protocol'
import type { EngineModel, EnginePrompt, TokenLogprob } from '../../engine'
import { type ChatRequest, chatSchema } from '../chat-schema'
import { EventStream } from '../event-stream'
import type { Exchange } from '../exchange'
import { generate, prepare } from '../generate'
import { hangUpSignal } from '../hang-up'
import { requireModel } from '../models'
import { parseBody } from '../parse-body'
import { readBody } from '../read-body'
import { type RequestHeaders, readHeaders, withinDeadline } from '../request-headers'
import { sendJson } from '../send-json'
import { forwardImages, hasImages } from '../vision'
import { ChatChoice } from './choice'
import { mergeChunks } from './merge-chunks'
import { planChat } from './plan'
import { type ChatChunk, type ChatCompletion, type ChatDelta, chatShapes, type FinishReason, usageOf } from './shapes'

/**
 * `POST /v1/chat/completions`: one JSON object, a stream of events, or with `Prefer: respond-async` a job to come back
 * for. A client that hangs up aborts its request.
 *
 * @throws HttpError for everything that goes wrong before the first byte of the answer
 */
export async function completeChat(exchange: Exchange): Promise<void> {
  const { response } = exchange
  const headers = readHeaders(exchange)
  const body = await readBody(exchange)
  const chat = parseBody(chatSchema, body.json)
  if (hasImages(chat)) return forwardImages(exchange, chat)
  const engine = exchange.engine()
  requireModel(engine.model, chat.model)

  const hangUp = hangUpSignal(exchange)
  const asked = await readChat(exchange, chat, hangUp)
  const started = (signal: AbortSignal, onChunk?: (chunk: ChatChunk) => void) => startChat(exchange, asked, { ...headers, signal, onChunk })
  if (headers.isAsync && !chat.stream) {
    // The head is sent by the job store: the client goes, and its request stays.
    return exchange.jobs.start(exchange, (signal) => {
      const { completion, droppedMessages } = started(signal)
      return { completion, headers: droppedHeader(droppedMessages) }
    })
  }
  if (!chat.stream) {
    const { completion, droppedMessages } = started(hangUp)
    sendJson(exchange, 200, await completion, { ...exchange.headers, ...droppedHeader(droppedMessages) })
    return
  }

  const waiting: ChatChunk[] = []
  let stream: EventStream<ChatChunk | ErrorBody> | null = null
  const { completion, droppedMessages, usageChunk } = started(hangUp, (chunk) => (stream ? stream.send(chunk) : waiting.push(chunk)))
  // The head goes at once and not with the first text: a client in the queue knows that it was taken.
  stream = new EventStream(
    response,
    { ...exchange.headers, ...droppedHeader(droppedMessages) },
    { merge: mergeChunks, limits: exchange.limits },
  )
  exchange.onFailure = (error) => {
    stream?.send(error.body)
    stream?.end(false)
  }
  for (const chunk of waiting.splice(0)) stream.send(chunk)
  const { usage } = await completion
  if (chat.stream_options?.include_usage) stream.send(usageChunk(usage))
  stream.end(true)
}

type Asked = { plan: ReturnType<typeof planChat>; prompt: EnginePrompt; withUsage: boolean }

/** What is asked for and with which tokens; this may take turns, and nothing has begun yet. */
async function readChat(exchange: Exchange, chat: ChatRequest, signal: AbortSignal): Promise<Asked> {
  const plan = planChat(chat)
  const options = { truncation: plan.truncation, maxTokens: plan.request.maxTokens, signal }
  const prompt = await prepare(exchange, plan.input, options, { enableThinking: plan.thoughtsParam })
  return { plan, prompt, withUsage: chat.stream_options?.include_usage ?? false }
}

type Started = { completion: Promise<ChatCompletion>; droppedMessages: number; usageChunk: (usage: Usage) => ChatChunk }
type StartOptions = RequestHeaders & { signal: AbortSignal; onChunk?: (chunk: ChatChunk) => void }

function startChat(exchange: Exchange, asked: Asked, { signal, onChunk, priority, startBy }: StartOptions): Started {
  const { metrics, startedAt } = exchange
  const { plan, prompt, withUsage } = asked
  const engine = exchange.engine()
  const shapes = chatShapes(engine.model as EngineModel, { withUsage })

  const choices = Array.from(
    { length: plan.count },
    (_, index) =>
      new ChatChoice({
        mayCall: plan.mayCall,
        isSpelled: plan.isSpelled,
        isSingle: plan.isSingle,
        onDelta: (delta: ChatDelta, logprobs: TokenLogprob[]) => onChunk?.(shapes.delta(index, delta, logprobs)),
      }),
  )
  const reasons: FinishReason[] = []
  const replies = generate({
    engine,
    metrics,
    prompts: [prompt],
    request: { ...plan.request, priority, ...withinDeadline({ startBy }) },
    count: plan.count,
    signal,
    spend: exchange.spend,
    input: 'messages',
    names: { grammar: plan.grammarParam },
    startedAt,
    listen: (index) => {
      const choice = choices[index] as ChatChoice
      onChunk?.(shapes.delta(index, { role: 'assistant', content: '' }))
      return {
        onText: (piece, logprobs) => choice.text(piece, logprobs),
        onMark: (mark) => choice.mark(mark),
        onReply(reply) {
          reasons[index] = choice.finish(reply)
          onChunk?.(shapes.end(index, reasons[index]))
        },
      }
    },
  })
  const completion = replies.then((done) => {
    const usage = usageOf(done)
    const finished = choices.map((choice, index) => ({ choice, reason: reasons[index] ?? 'stop' }))
    return shapes.completion(finished, usage)
  })
  return { completion, droppedMessages: prompt.droppedMessages, usageChunk: shapes.usage }
}

/** Says that the beginning of the conversation was left out, because it did not fit. */
function droppedHeader(count: number): Record<string, string> {
  return count > 0 ? { 'x-deskhand-dropped-messages': String(count) } : {}
}
