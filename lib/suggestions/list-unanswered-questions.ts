import { z } from 'zod'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { Language } from '@/prisma/generated/enums'

/**
 * A draft counts as heavily rewritten from half of its characters on: less is wording, more means that the rule did not say what the
 * agent had to say. The draft's citation marks count, which makes it a little stricter.
 */
const HEAVY_EDIT_SHARE = 0.5
/** The latest so many are looked at. */
export const MAX_UNANSWERED = 5_000

const rowsSchema = z.array(
  z.object({
    suggestionId: z.uuid(),
    ticketId: z.uuid(),
    ticketNumber: z.int(),
    /** Masked, as it was searched for. */
    question: z.string(),
    language: z.enum(Language),
    /** Why the rules were no help: none was found, what the model wrote stood in none, or the agent wrote something else. */
    cause: z.enum(['no_rule', 'ungrounded', 'rewritten']),
    askedAt: z.date(),
    /** What an agent sent next; null while nobody has answered. The draft sent as it was, or a holding text, answers nothing. */
    replyText: z.string().nullable(),
    repliedAt: z.date().nullable(),
    /** Of a rewritten draft: the rule that it cited first. */
    citedRuleId: z.uuid().nullable(),
    /** That rule answers otherwise by now: what the agent had to write is in it, one may hope. */
    isMended: z.boolean(),
  }),
)

/** A question that the rules did not answer, with its ticket and what an agent answered. */
export type UnansweredQuestion = z.infer<typeof rowsSchema>[number]

/**
 * The questions since a moment that no rule answered, whose draft stood in no rule, or whose draft was heavily rewritten; the oldest
 * first. Drafts that were superseded are left out: the one that took their place speaks for the ticket.
 */
export function listUnansweredQuestions(since: Date): Promise<UnansweredQuestion[]> {
  return readQuestions(Prisma.sql`
    s.queued_at >= ${since} and s.status <> 'superseded' and (
      s.fallback_cause in ('no_rule', 'ungrounded')
      or (s.status = 'edited' and o.edit_distance >= ${HEAVY_EDIT_SHARE}::float8 * length(s.text)))`)
}

/** The same of drafts by their ids, whatever became of them; ids that no longer exist are left out. */
export function listQuestionsOf(suggestionIds: string[]): Promise<UnansweredQuestion[]> {
  if (suggestionIds.length === 0) return Promise.resolve([])
  return readQuestions(Prisma.sql`s.id = any(${suggestionIds}::uuid[])`)
}

async function readQuestions(where: Prisma.Sql): Promise<UnansweredQuestion[]> {
  // Prisma cannot join each draft with the message before and the one after it.
  const rows = await db().$queryRaw`
    select s.id as "suggestionId", t.id as "ticketId", t.number as "ticketNumber", s.question, s.language,
      coalesce(case when s.fallback_cause in ('no_rule', 'ungrounded') then s.fallback_cause end, 'rewritten') as cause,
      coalesce(asked.created_at, s.queued_at) as "askedAt", reply.text as "replyText", reply.created_at as "repliedAt",
      cited.rule_id as "citedRuleId", coalesce(cited.is_mended, false) as "isMended"
    from suggestion s
    join ticket t on t.id = s.ticket_id
    left join suggestion_outcome o on o.suggestion_id = s.id
    left join lateral (
      select created_at from message
      where ticket_id = s.ticket_id and direction = 'incoming' and created_at <= s.queued_at
      order by created_at desc, id desc limit 1) asked on true
    left join lateral (
      select sent.text, sent.created_at from message sent
      left join suggestion draft on draft.id = sent.suggestion_id and draft.status = 'sent_as_is'
      where sent.ticket_id = s.ticket_id and sent.direction = 'outgoing' and sent.created_at >= s.queued_at
        and (draft.id is null or (draft.id <> s.id and draft.rung is distinct from 'holding'))
      order by sent.created_at, sent.id limit 1) reply on true
    left join lateral (
      select sr.rule_id, rule.status = 'published' and rule.answer <> sr.answer as is_mended
      from suggestion_rule sr
      left join faq_rule rule on rule.id = sr.rule_id
      where sr.suggestion_id = s.id and sr.is_cited and s.status = 'edited'
      order by sr.position limit 1) cited on true
    where s.question <> '' and ${where}
    order by s.queued_at desc, s.id desc
    limit ${MAX_UNANSWERED}`
  return rowsSchema.parse(rows).reverse()
}
