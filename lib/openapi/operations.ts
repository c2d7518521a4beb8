import type { ZodType } from 'zod'
import type { ApiKeyScope } from '@/lib/auth/schema'
import type { ErrorCode } from '@/lib/errors'
import { newRuleSchema } from '@/lib/faq/create-rule-once'
import { exportQuerySchema } from '@/lib/faq/export-rules'
import { importQuerySchema } from '@/lib/faq/import/import-request'
import { ruleQuerySchema, ruleUpdateSchema } from '@/lib/faq/schema'
import * as answers from '@/lib/openapi/answers'
import { ruleSearchSchema } from '@/lib/retrieval/rule-search-schema'
import { suggestSchema } from '@/lib/suggestions/suggest'
import { newMessageSchema, newTicketSchema, replySchema, ticketQuerySchema } from '@/lib/tickets/schema'

export type Method = 'get' | 'post' | 'patch' | 'delete'

/** What a door takes and answers. The schemas are those that it parses with itself. */
export type Operation = {
  summary: string
  description?: string
  /** What an API key must be allowed to do; null is open to everyone, `signature` to a channel's sender. */
  scope: Exclude<ApiKeyScope, '*'> | 'signature' | null
  query?: ZodType
  /** JSON, or a file of one of these types. */
  body?: ZodType | { types: string[] }
  /** By status: JSON by a schema, or text of these types. */
  answers: Record<number, ZodType | { types: string[] }>
  /** What else it can answer, besides what its kind always can. */
  errors?: ErrorCode[]
  /** It honours Idempotency-Key. */
  isIdempotent?: boolean
  /** With `Accept: text/event-stream` it answers with these events. */
  events?: Record<string, string>
}

const FILES = ['text/csv', 'application/json', 'application/x-ndjson', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
const STREAM = {
  draft: '`{text}`: the text so far, whole each time',
  suggestion: 'the finished draft, as the JSON answer has it',
  error: 'an error object; the status has left already',
}

/** The doors for machines, by address; `{…}` is a part of it. test/unit/openapi.test.ts holds it against the folders of app/api. */
export const OPERATIONS: Record<string, Partial<Record<Method, Operation>>> = {
  '/api/v1/tickets': {
    get: {
      summary: 'List tickets',
      description: 'The last active first, unless `sort` says otherwise. Every parameter narrows the list.',
      scope: 'tickets:read',
      query: ticketQuerySchema,
      answers: { 200: answers.ticketPageAnswer },
      errors: ['bad_request'],
    },
    post: {
      summary: 'Make a ticket',
      description: 'Or add to the one with this `externalId`. Its draft is begun at once.',
      scope: 'tickets:write',
      body: newTicketSchema,
      answers: { 201: answers.ticketAnswer },
      errors: ['conflict'],
      isIdempotent: true,
    },
  },
  '/api/v1/tickets/{id}': {
    get: {
      summary: 'Read a ticket',
      description: 'With its messages, and its current draft or the last one that was sent or dismissed.',
      scope: 'tickets:read',
      answers: { 200: answers.ticketAnswer },
    },
  },
  '/api/v1/tickets/{id}/messages': {
    post: {
      summary: 'Add a further message of the customer',
      scope: 'tickets:write',
      body: newMessageSchema,
      answers: { 201: answers.ticketAnswer },
      errors: ['conflict'],
      isIdempotent: true,
    },
  },
  '/api/v1/tickets/{id}/reply': {
    post: {
      summary: 'Reply to the customer',
      description: 'From a draft (`suggestionId`) or in words of the caller’s own. Citation marks of the draft are taken out.',
      scope: 'tickets:write',
      body: replySchema,
      answers: { 201: answers.ticketAnswer },
      errors: ['conflict'],
      isIdempotent: true,
    },
  },
  '/api/v1/tickets/{id}/suggestion': {
    post: {
      summary: 'Draft again',
      description: 'Answers with the draft once it is made; with 202 and what there is, when that takes longer than it may.',
      scope: 'tickets:write',
      answers: { 200: answers.suggestionAnswer, 202: answers.suggestionAnswer },
      errors: ['conflict'],
      events: STREAM,
    },
  },
  '/api/v1/attachments/{id}': {
    get: {
      summary: 'Read a file that came with a message',
      scope: 'tickets:read',
      answers: { 200: { types: ['*/*'] } },
    },
  },
  '/api/v1/suggest': {
    post: {
      summary: 'Draft a reply to one question',
      description: 'By the code that serves tickets. Nothing is stored.',
      scope: 'suggest',
      body: suggestSchema,
      answers: { 200: answers.draftAnswer },
      events: STREAM,
    },
  },
  '/api/v1/rules': {
    get: {
      summary: 'List rules',
      description: 'The last changed first.',
      scope: 'rules:read',
      query: ruleQuerySchema,
      answers: { 200: answers.rulePageAnswer },
      errors: ['bad_request'],
    },
    post: {
      summary: 'Add a rule',
      description: 'As a draft, unless its status says otherwise. What it repeats or contradicts is in `warnings`.',
      scope: 'rules:write',
      body: newRuleSchema,
      answers: { 201: answers.writtenRuleAnswer },
      // The twin that is named.
      errors: ['conflict', 'not_found'],
      isIdempotent: true,
    },
  },
  '/api/v1/rules/{id}': {
    get: { summary: 'Read a rule', scope: 'rules:read', answers: { 200: answers.ruleAnswer } },
    patch: {
      summary: 'Change a rule',
      description: 'The fields that are there. `version` is the one that was read: a rule that somebody changed since is a conflict.',
      scope: 'rules:write',
      body: ruleUpdateSchema,
      answers: { 200: answers.writtenRuleAnswer },
      errors: ['conflict'],
    },
    delete: {
      summary: 'Archive a rule',
      description: 'No draft uses it any more; its history stays.',
      scope: 'rules:write',
      answers: { 200: answers.ruleAnswer },
      errors: ['conflict'],
    },
  },
  '/api/v1/rules/search': {
    post: {
      summary: 'Search the published rules',
      description: 'By exactly what serves the agents, best first; hits below their `floor` are near misses.',
      scope: 'rules:read',
      body: ruleSearchSchema,
      answers: { 200: answers.ruleHitsAnswer },
    },
  },
  '/api/v1/rules/import': {
    post: {
      summary: 'Import rules',
      description:
        'A file as the body. `dryRun` only says what would happen; `mode=skip` leaves bad rows out, `all` refuses the file for one. A date without an hour as `validUntil` counts whole: the rule ends with that day, by the clock of `timeZone`. `warnings` says which of its rules repeat or contradict another.',
      scope: 'rules:write',
      query: importQuerySchema,
      body: { types: FILES },
      answers: { 200: answers.importAnswer.or(answers.importPlanAnswer) },
      errors: ['conflict'],
      isIdempotent: true,
    },
  },
  '/api/v1/rules/export': {
    get: {
      summary: 'Export rules',
      description: 'What the query finds, as a file that an import reads back.',
      scope: 'rules:read',
      query: exportQuerySchema,
      answers: { 200: { types: FILES } },
    },
  },
  '/api/webhooks/{channelId}': {
    post: {
      summary: 'Deliver a customer’s message',
      description:
        'Signed as Standard Webhooks has it, with the channel’s secret. A repeated `webhook-id` changes nothing and gets the same answer.',
      scope: 'signature',
      body: newTicketSchema,
      answers: { 200: answers.receivedAnswer },
      errors: ['conflict'],
    },
  },
  '/api/health': { get: { summary: 'Whether the process is alive', scope: null, answers: { 200: answers.aliveAnswer } } },
  '/api/ready': {
    get: { summary: 'Whether it can serve, by part', scope: null, answers: { 200: answers.readyAnswer, 503: answers.readyAnswer } },
  },
  '/api/metrics': { get: { summary: 'Counters for Prometheus', scope: null, answers: { 200: { types: ['text/plain'] } } } },
  '/api/openapi.json': {
    get: { summary: 'This document', scope: null, answers: { 200: { types: ['application/json'] } } },
  },
}
