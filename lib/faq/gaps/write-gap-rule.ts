import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { collectSentences, type SentReply } from '@/lib/faq/collect-sentences'
import { MAX_DECIDED } from '@/lib/faq/gaps/dismiss-gap'
import { type GapPlace, getGap } from '@/lib/faq/gaps/get-gap'
import type { Gap } from '@/lib/faq/gaps/list-gaps'
import { keepRevision } from '@/lib/faq/keep-revision'
import { requireEditor } from '@/lib/faq/require-editor'
import { type RuleEditor, ruleSchema, ruleSelect } from '@/lib/faq/schema'
import type { UnansweredQuestion } from '@/lib/suggestions/list-unanswered-questions'
import { maskPersonalData } from '@/lib/suggestions/personal-data/mask-personal-data'

const MAX_VARIANTS = 10
/** A longer question is a story, and no way to ask. */
const MAX_QUESTION_CHARS = 120

/**
 * Begins a rule for a gap: a draft that asks what customers asked and answers with sentences that agents really sent, nothing else.
 * A second call, from whoever, finds the draft of the first. Returns the rule's id.
 * @throws AppError forbidden, not_found (no longer a gap), unprocessable (no agent has answered it yet)
 */
export async function writeGapRule(editor: RuleEditor, place: GapPlace): Promise<string> {
  const agentId = requireEditor(editor)
  const gap = await getGap(place)
  if (gap.rule) return gap.rule.id
  const data = ruleSchema.parse(draftOf(gap))
  const suggestionIds = gap.questions.slice(0, MAX_DECIDED).map(({ suggestionId }) => suggestionId)
  return db().$transaction(async (tx) => {
    // Two admins at once: the second waits here and finds what the first has begun.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('gap_decision'))`
    const begun = await tx.gapDecision.findFirst({
      where: { suggestionIds: { has: gap.id }, rule: { status: { not: 'archived' } } },
      select: { ruleId: true },
    })
    if (begun?.ruleId) return begun.ruleId
    const rule = await tx.faqRule.create({ data, select: ruleSelect })
    await keepRevision(tx, rule, { authorId: agentId, action: 'rule.create', changed: [] })
    await tx.gapDecision.create({ data: { suggestionIds, ruleId: rule.id, agentId }, select: { id: true } })
    return rule.id
  })
}

/** What agents sent in answer to these questions. */
export function repliesOf(questions: readonly UnansweredQuestion[]): SentReply[] {
  return questions.flatMap(({ ticketId, ticketNumber, replyText }) => (replyText ? [{ ticketId, ticketNumber, text: replyText }] : []))
}

function draftOf({ questions, language }: Gap) {
  const sentences = collectSentences(repliesOf(questions))
  if (sentences.length === 0) throw new AppError('unprocessable', 'No agent has answered this yet.', { details: { reason: 'no_reply' } })
  const asked = questions.map(({ question }) => maskPersonalData(question).masked.replace(/\s+/g, ' ').trim())
  const short = asked.filter((question) => question.length <= MAX_QUESTION_CHARS)
  const [question = asked[0]?.slice(0, 300) ?? '', ...variants] = new Set(short)
  const answer = sentences.map(({ text }) => text).join(language === 'zh' ? '' : ' ')
  return { question, variants: variants.slice(0, MAX_VARIANTS), answer: answer.slice(0, 4_000), language, status: 'draft' as const }
}
