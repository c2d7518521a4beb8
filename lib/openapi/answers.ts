import { z } from 'zod'
import { errorCodes } from '@/lib/errors'
import { importCountsSchema } from '@/lib/faq/import/plan-import'
import { IMPORT_FIELDS } from '@/lib/faq/read-import/schema'
import { groundingSchema } from '@/lib/suggestions/grounding/grounding-schema'
import {
  DeliveryStatus,
  Language,
  MessageDirection,
  OutgoingKind,
  RuleStatus,
  Rung,
  SuggestionStatus,
  TicketPriority,
  TicketStatus,
} from '@/prisma/generated/enums'

// What the doors for machines answer. The verbs have the shapes; these say them to readers, and test/integration/openapi.test.ts holds real
// answers against them, so that no field is missing and none is left unsaid.

const moment = z.iso.datetime()
const count = z.int().min(0)

export const errorAnswer = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string().describe('For a person.'),
    details: z.unknown().optional().describe('Fields that are wrong as `[{path, message}]`, or what else helps.'),
  }),
})

const person = z.object({ id: z.uuid(), name: z.string() })
const contact = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  externalId: z.string().nullable(),
})

const draftRule = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  answer: z.string(),
  score: z.number(),
  position: z.int().describe('Its number in `[n]`.'),
  used: z.boolean().describe('It stood in the prompt.'),
  cited: z.boolean(),
})

export const suggestionAnswer = z.object({
  id: z.uuid(),
  status: z.enum(SuggestionStatus),
  rung: z.enum(Rung).nullable().describe('Where it came from; null until it is ready.'),
  text: z.string().describe('With citation marks such as `[2]`, which a reply loses before it is sent.'),
  model: z.string().nullable(),
  isDemoModel: z.boolean(),
  promptVersion: z.int().nullable(),
  ms: z.int().nullable(),
  fallbackCause: z.string().nullable().describe('Why it is not the model’s own draft.'),
  grounding: groundingSchema.nullable(),
  language: z.enum(Language),
  question: z.string().describe('What was asked, personal data masked.'),
  queuedAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  rules: z.array(draftRule),
})

const message = z.object({
  id: z.uuid(),
  direction: z.enum(MessageDirection),
  text: z.string(),
  createdAt: moment,
  suggestionId: z.uuid().nullable(),
  author: person.nullable(),
  delivery: z
    .object({
      status: z.enum(DeliveryStatus),
      attempts: count,
      errorCode: z.string().nullable(),
      nextAttemptAt: moment.nullable(),
      sentAt: moment.nullable(),
    })
    .optional()
    .describe('Of a reply that leaves through a channel.'),
  attachments: z
    .array(z.object({ id: z.uuid(), name: z.string(), contentType: z.string(), sizeBytes: count }))
    .describe('Each is read at `/api/v1/attachments/{id}`.'),
})

const ticketBasics = z.object({
  id: z.uuid(),
  number: z.int(),
  subject: z.string(),
  status: z.enum(TicketStatus),
  priority: z.enum(TicketPriority),
  language: z.enum(Language),
  tags: z.array(z.string()),
  isGap: z.boolean().describe('No rule answered the last question.'),
  createdAt: moment,
  activeAt: moment,
  contact,
  assignee: person.nullable(),
})

export const ticketAnswer = ticketBasics.extend({
  firstResponseDueAt: moment.nullable().describe('By when it must have its first reply; null while no timer runs.'),
  resolutionDueAt: moment.nullable(),
  snoozedUntil: moment.nullable(),
  mergedInto: z.object({ id: z.uuid(), number: z.int() }).nullable().describe('The ticket that it was merged into as a duplicate.'),
  channel: z.object({ id: z.uuid(), name: z.string(), outgoingKind: z.enum(OutgoingKind) }),
  messages: z.array(message).describe('The oldest first; of a long thread the latest 500.'),
  suggestion: suggestionAnswer.nullable(),
})

const ticketItem = ticketBasics.extend({
  lastWords: z.string(),
  waitingSince: moment.nullable(),
  firstResponseDueAt: moment.nullable(),
  resolutionDueAt: moment.nullable(),
  dueAt: moment.nullable(),
  isUnread: z.boolean(),
  suggestion: z
    .object({ id: z.uuid(), status: z.enum(SuggestionStatus), rung: z.enum(Rung).nullable(), isGrounded: z.boolean().nullable() })
    .nullable(),
})

const nextCursor = z.string().nullable().describe('Pass it as `cursor` for the next page; null at the end.')
export const ticketPageAnswer = z.object({
  items: z.array(ticketItem),
  nextCursor,
  isTolerant: z.boolean().describe('Nothing had all the words of `q`; these have them with a letter wrong.'),
})

export const ruleAnswer = z.object({
  id: z.uuid(),
  externalId: z.string().nullable(),
  version: z.int().min(1),
  question: z.string(),
  variants: z.array(z.string()),
  answer: z.string(),
  category: z.string(),
  tags: z.array(z.string()),
  entity: z.string(),
  language: z.enum(Language),
  status: z.enum(RuleStatus),
  validFrom: moment.nullable(),
  validUntil: moment.nullable(),
  twinId: z.uuid().nullable(),
  twinChangedAt: moment.nullable(),
  createdAt: moment,
  updatedAt: moment,
})
const conflict = z.object({
  ruleId: z.uuid(),
  question: z.string(),
  kind: z
    .enum(['contradiction', 'same', 'near'])
    .describe('`contradiction`: a like question and another answer; `same`: asked in the same words; `near`: almost so.'),
  likeness: z.number().describe('Of the nearest two ways to ask, 0 to 1.'),
  asked: z.object({ mine: z.string(), theirs: z.string() }).describe('Those two ways to ask.'),
  differences: z
    .array(
      z.object({
        kind: z.enum(['number', 'polarity']),
        mine: z.string(),
        theirs: z.string(),
        myClause: z.string(),
        theirClause: z.string(),
      }),
    )
    .describe('What the answers say differently; at most three.'),
})
export const writtenRuleAnswer = ruleAnswer.extend({
  warnings: z
    .array(conflict)
    .nullable()
    .describe(
      'Published rules that it repeats or contradicts, worst first; it is written all the same. Null where that could not be looked up.',
    ),
})
export const rulePageAnswer = z.object({ items: z.array(ruleAnswer), nextCursor })

const foundRule = ruleAnswer
  .pick({ id: true, version: true, question: true, variants: true, answer: true, category: true, tags: true, language: true })
  .extend({ entity: z.string().nullable(), validFrom: moment.nullable(), validUntil: moment.nullable() })
export const ruleHitsAnswer = z.object({
  hits: z.array(
    z.object({
      rule: foundRule,
      score: z.number().min(0).max(1),
      parts: z.record(z.string(), z.number()).describe('What the score was summed from.'),
      isVerbatim: z.boolean(),
      floor: z.number().describe('Where a rule of its language begins to answer.'),
    }),
  ),
  hasMatch: z.boolean(),
  language: z.enum(Language),
  floor: z.number(),
})

export const draftAnswer = z.object({
  text: z.string().describe('With citation marks.'),
  plainText: z.string().describe('As a customer would get it.'),
  rung: z.enum(Rung),
  language: z.enum(Language),
  fallbackCause: z.string().nullable(),
  rules: z.array(draftRule.omit({ answer: true })),
  citations: z.array(z.int()),
  grounding: groundingSchema,
  model: z.string().nullable(),
  isDemoModel: z.boolean(),
  promptVersion: z.int().nullable(),
  usage: z.object({ promptTokens: count.nullable(), replyTokens: count.nullable() }).nullable(),
  ms: z.number(),
})

const badRow = z.object({
  number: z.int(),
  question: z.string(),
  problems: z.array(z.object({ field: z.enum(IMPORT_FIELDS).nullable(), kind: z.string(), row: z.int().optional() })),
})
const importWarnings = {
  warnings: z
    .array(
      z.object({
        ruleId: z.uuid().nullable().describe('Null for one that is not there before the import.'),
        number: z.int().optional().describe('Its row, in a dry run.'),
        question: z.string(),
        worst: conflict.extend({
          ruleId: z.uuid().nullable().describe('Null for another row of the file.'),
          number: z.int().optional().describe('That row, in a dry run.'),
        }),
      }),
    )
    .nullable()
    .describe('Rules of the file that repeat or contradict a published one or each other, with the worst of each; they hinder nothing.'),
  checked: z
    .object({ rules: count, of: count })
    .describe('How many of the rules that say something new to customers were looked at: the first 1,000, for five seconds at most.'),
}
export const importAnswer = z.object({
  id: z.uuid(),
  rows: count,
  counts: importCountsSchema.nullable(),
  problems: z.array(badRow),
  ...importWarnings,
})
export const importPlanAnswer = z.object({
  format: z.enum(['csv', 'json', 'ndjson', 'xlsx']),
  encoding: z.enum(['utf-8', 'utf-16', 'gb18030']).nullable(),
  columns: z.array(z.object({ name: z.string(), field: z.enum(IMPORT_FIELDS).nullable(), samples: z.array(z.string()) })),
  rows: count,
  counts: importCountsSchema,
  problems: z.array(badRow),
  changes: z.array(
    z.object({
      number: z.int(),
      question: z.string(),
      action: z.enum(['create', 'update']),
      ruleId: z.uuid().nullable(),
      matchedBy: z.string().nullable(),
      changed: z.array(z.string()),
      statusNow: z.enum(RuleStatus).nullable(),
      status: z.enum(RuleStatus),
      validUntil: moment.nullable(),
    }),
  ),
  ...importWarnings,
})

export const receivedAnswer = z.object({ ticketId: z.uuid(), messageId: z.uuid() })
export const aliveAnswer = z.object({ status: z.literal('alive') })
export const readyAnswer = z.object({
  status: z.enum(['ready', 'not_ready']),
  parts: z.array(z.object({ name: z.enum(['web', 'database', 'redis', 'worker']), ok: z.boolean(), ms: z.number(), detail: z.string() })),
})
