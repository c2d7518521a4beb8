import type { ZodType } from 'zod'
import { outgoingMessageSchema } from '@/lib/delivery/schema'
import { type ErrorCode, statusOf } from '@/lib/errors'
import * as answers from '@/lib/openapi/answers'
import { type Method, OPERATIONS, type Operation } from '@/lib/openapi/operations'
import { type JsonSchema, toJsonSchema } from '@/lib/openapi/to-json-schema'

/** Answers that have a name in the document. */
const NAMED: [string, ZodType][] = [
  ['Error', answers.errorAnswer],
  ['Ticket', answers.ticketAnswer],
  ['TicketPage', answers.ticketPageAnswer],
  ['Suggestion', answers.suggestionAnswer],
  ['Draft', answers.draftAnswer],
  ['Rule', answers.ruleAnswer],
  ['RulePage', answers.rulePageAnswer],
  ['RuleHits', answers.ruleHitsAnswer],
  ['Parts', answers.readyAnswer],
]

/** What stands behind each code, for whoever meets it. */
const MEANINGS: Record<ErrorCode, string> = {
  bad_request: 'It could not be read.',
  unauthorized: 'No key or signature, or not a good one.',
  forbidden: 'The key lacks the scope.',
  not_found: 'There is nothing under this id.',
  method_not_allowed: 'The address has no such method; `Allow` names those it has.',
  conflict: 'Somebody changed it meanwhile, or the Idempotency-Key has served for another body.',
  payload_too_large: 'The body is too large.',
  unsupported_media_type: 'The body is compressed, or a form in parts.',
  unprocessable: 'Fields are not right; `details` names them.',
  rate_limited: 'Too many requests; `Retry-After` says for how many seconds.',
  internal: 'Something went wrong here; it has been logged.',
  inference_unavailable: 'The model is away.',
}

/** The OpenAPI 3.1 document of the doors for machines, made from the schemas that they parse with. */
export function buildDocument() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Deskhand',
      version: '1',
      description:
        'Tickets in, drafts and replies out, rules kept. Errors are `{error: {code, message, details?}}`. Lists are paged: pass `nextCursor` as `cursor` until it is null. ' +
        'A POST that takes an `Idempotency-Key` does once what is sent twice. A key may make 600 requests a minute.',
    },
    // Where the document comes from, whatever name the caller knows it by.
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      Object.entries(OPERATIONS).map(([path, methods]) => [
        path,
        Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describe(path, method as Method, operation)])),
      ]),
    ),
    webhooks: { messageCreated: { post: describeReply() } },
    components: {
      schemas: Object.fromEntries(NAMED.map(([name, schema]) => [name, toJsonSchema(schema, 'output')])),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `dh_…`; an admin makes it under Settings.' },
        webhookSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description: 'With `webhook-id` and `webhook-timestamp`, as standardwebhooks.com has it.',
        },
      },
    },
  }
}

/** What leaves: a reply, posted to the outgoing address of its channel. */
function describeReply() {
  return {
    operationId: 'messageCreated',
    tags: ['webhooks'],
    summary: 'Receive a reply for the customer',
    description:
      'Posted to a channel’s outgoing address, signed as Standard Webhooks has it with the channel’s secret. Any 2xx takes it. After 408, ' +
      '409, 425, 429, a 5xx or no answer within ten seconds it comes again under the same `webhook-id`, eight times in all over some eight hours, and may ' +
      'so arrive after a later reply of its ticket: `createdAt` gives the order. Redirects are not followed.',
    security: [{ webhookSignature: [] }],
    parameters: signatureHeaders('The message; the same one is to be counted once.', 'Unix time in seconds, of this attempt.'),
    requestBody: { required: true, content: contentOf(outgoingMessageSchema, 'output') },
    responses: { '2XX': { description: 'It has been taken.' } },
  }
}

function describe(path: string, method: Method, operation: Operation) {
  const { summary, description, scope, answers: good, events } = operation
  return {
    operationId: operationId(path, method),
    tags: [path.split('/')[path.startsWith('/api/v1/') ? 3 : 2]],
    summary,
    ...(description && { description }),
    ...(scope !== null && scope !== 'signature' && { 'x-scope': scope }),
    security: scope === null ? [] : [scope === 'signature' ? { webhookSignature: [] } : { apiKey: [] }],
    parameters: parametersOf(path, operation),
    ...(operation.body && { requestBody: { required: true, content: contentOf(operation.body, 'input') } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(good).map(([status, answer]) => [
          status,
          {
            description: status === '503' ? 'It cannot serve.' : 'As asked.',
            content: { ...contentOf(answer, 'output'), ...streamOf(events) },
          },
        ]),
      ),
      ...errorsOf(path, operation),
    },
  }
}

function operationId(path: string, method: Method): string {
  const words = path
    .replace('/api/', '')
    .replace(/\.json$/, '')
    .split('/')
    .filter((part) => part !== 'v1')
    .map((part) => part.replace(/^\{(.*)\}$/, 'by $1'))
  return `${method} ${words.join(' ')}`.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())
}

function parametersOf(path: string, { query, scope, isIdempotent }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  const { properties = {}, required = [] } = (query ? toJsonSchema(query, 'input') : {}) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
  return [
    ...inPath,
    ...inQuery,
    ...(isIdempotent
      ? [header('Idempotency-Key', false, 'Sent again with the same body it is answered as the first time and done once.')]
      : []),
    ...(scope === 'signature'
      ? signatureHeaders('The delivery; the same one is counted once.', 'Unix time in seconds, at most five minutes off.')
      : []),
  ]
}

const ID: JsonSchema = { type: 'string', minLength: 1, maxLength: 200 }

function header(name: string, required: boolean, description: string, schema = ID) {
  return { name, in: 'header', required, description, schema }
}

function signatureHeaders(id: string, timestamp: string) {
  return [header('webhook-id', true, id), header('webhook-timestamp', true, timestamp, { type: 'string', pattern: '^\\d+$' })]
}

function contentOf(what: ZodType | { types: string[] }, io: 'input' | 'output'): Record<string, { schema: JsonSchema }> {
  if ('types' in what)
    return Object.fromEntries(what.types.map((type) => [type, { schema: type === 'application/json' ? {} : { type: 'string' } }]))
  const name = NAMED.find(([, schema]) => schema === what)?.[0]
  return { 'application/json': { schema: name ? { $ref: `#/components/schemas/${name}` } : toJsonSchema(what, io) } }
}

function streamOf(events: Operation['events']): Record<string, { schema: JsonSchema }> {
  if (!events) return {}
  const words = Object.entries(events).map(([name, what]) => `\`${name}\`: ${what}`)
  return { 'text/event-stream': { schema: { type: 'string', description: `Events. ${words.join('. ')}.` } } }
}

function errorsOf(path: string, { scope, query, body, errors = [] }: Operation) {
  const codes = new Set<ErrorCode>(errors)
  if (scope === 'signature') for (const code of ['unauthorized', 'not_found'] as const) codes.add(code)
  else if (scope) for (const code of ['unauthorized', 'forbidden', 'rate_limited'] as const) codes.add(code)
  if (path.includes('{')) codes.add('not_found')
  if (query) codes.add('unprocessable')
  if (body) for (const code of ['bad_request', 'payload_too_large', 'unsupported_media_type', 'unprocessable'] as const) codes.add(code)
  if (scope) codes.add('internal')
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
  return Object.fromEntries(
    [...codes]
      .sort((one, other) => statusOf(one) - statusOf(other))
      .map((code) => [statusOf(code), { description: `\`${code}\`: ${MEANINGS[code]}`, content }]),
  )
}
