import type { IncomingMessage } from 'node:http'
import {
  type ChatMessage,
  type ChatRequest,
  chatRequestSchema,
  PRIORITY_HEADER,
  type Priority,
  prioritySchema,
} from '../../lib/inference/protocol'
import type { EngineInput, EngineMessage, EngineRequest } from '../engine'
import { HttpError } from './http-error'
import { readJson } from './read-json'

export const MAX_BODY_BYTES = 1_000_000

/**
 * The body of `POST /v1/chat/completions`.
 *
 * @throws HttpError 400 that names the first parameter that is wrong, and never its value; 413 above 1 MB
 */
export async function readChatRequest(request: IncomingMessage): Promise<ChatRequest> {
  const parsed = chatRequestSchema.safeParse(await readJson(request, MAX_BODY_BYTES))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const param = issue?.path.join('.') || undefined
  throw new HttpError(400, 'invalid_value', param ? `${param}: ${issue?.message}` : 'The body must be an object.', { param })
}

/** @throws HttpError 400 when the header says something else than it may */
export function readPriority(request: IncomingMessage): Priority {
  const parsed = prioritySchema.safeParse(request.headers[PRIORITY_HEADER] ?? 'interactive')
  if (parsed.success) return parsed.data
  throw new HttpError(400, 'invalid_value', `${PRIORITY_HEADER} must be interactive or background.`, { param: PRIORITY_HEADER })
}

/** What the model reads. */
export function toEngineInput(chat: ChatRequest): EngineInput {
  return { messages: chat.messages.map(toEngineMessage) }
}

/** How the reply is to be written. */
export function toEngineRequest(chat: ChatRequest): Omit<EngineRequest, 'prompt' | 'priority' | 'signal'> {
  return {
    temperature: chat.temperature ?? undefined,
    topP: chat.top_p ?? undefined,
    maxTokens: chat.max_completion_tokens ?? chat.max_tokens ?? undefined,
    stop: typeof chat.stop === 'string' ? [chat.stop] : (chat.stop ?? undefined),
    seed: chat.seed ?? undefined,
  }
}

function toEngineMessage({ role, content }: ChatMessage): EngineMessage {
  const text = typeof content === 'string' ? content : content.map((part) => part.text).join('')
  // OpenAI renamed the system role for its newer models; Qwen knows the old name only.
  return { role: role === 'developer' ? 'system' : role, text }
}
