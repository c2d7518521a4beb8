/**
 * `npx tsx shop-score.ts out.jsonl …`: what the desk would make of the answers to shop-prompts.ts, of those questions that have a rule at all. A reply that
 * passes the check is shown: right where it cites nothing but rules that answer, wrong elsewhere; any other falls to the next rung, for the cause named.
 * Then, by the number of rules in the prompt, how often one that answers was among them, and was the only one cited.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { correctCitations } from '@/lib/suggestions/grounding/correct-citations'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'
import { judgeDraft } from '@/lib/suggestions/grounding/judge-draft'
import { MAX_REPLY_TOKENS } from '@/lib/suggestions/prompt-room'
import { readCitations } from '@/lib/suggestions/grounding/read-citations'

const rowSchema = z.object({
  lang: z.enum(['zh', 'en']),
  ticket: z.string(),
  rules: z.array(z.tuple([z.string(), z.string()])),
  scores: z.array(z.number()),
  answers: z.array(z.tuple([z.int(), z.int()])),
  out: z.string(),
  out_tokens: z.array(z.int()),
})

type Row = z.infer<typeof rowSchema>

/** The reply as far as the desk reads it: it hangs up on a loop, and on one that has become too long. */
function readAsDesk({ out, out_tokens }: Row) {
  const loops = createLoopDetector()
  let end = 0
  while (end < out.length && !loops.push(out.slice(0, end + 1))) end++
  const finishReason = loops.reason() === 'length' || out_tokens.length >= MAX_REPLY_TOKENS ? 'length' : 'stop'
  return {
    text: out.slice(0, end + 1).trim(),
    finishReason,
    looped: loops.reason() === 'phrase' || loops.reason() === 'sentence',
  }
}

function verdictOn(row: Row): string {
  const { text: written, finishReason, looped } = readAsDesk(row)
  const given = row.rules.map(([title, answer], at) => ({ position: at + 1, ruleId: String(at), title, answer, score: row.scores[at] ?? 0 }))
  const { text, grounding } = correctCitations({ text: written, rules: given, ticketText: row.ticket, language: row.lang })
  const { isUsable, cause } = judgeDraft({ text, rules: given, grounding, finishReason, looped, language: row.lang })
  if (!isUsable) return `${cause}${row.answers.length > 0 ? '' : ', no rule given answers'}`
  return citesOnlyRight({ ...row, out: text }) ? 'shown, right' : 'shown, wrong'
}

function citesOnlyRight({ out, rules, answers }: Row): boolean {
  const { positions } = readCitations(out.trim(), rules.length)
  return positions.length > 0 && positions.every((position) => answers.some(([right]) => right === position))
}

function count(names: string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted())
}

for (const file of process.argv.slice(2)) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .filter(({ rules }) => rules.length > 0)
  console.log(file, rows.length)
  console.log(count(rows.map((row) => verdictOn(row))))
  console.log(count(rows.map((row) => `${row.lang}: ${verdictOn(row)}`)))
  for (const among of [1, 2, 3, 4]) {
    const given = rows.filter(({ rules }) => rules.length === among)
    const answered = given.filter(({ answers }) => answers.length > 0)
    console.log(`${among} given: ${given.length}, one answers: ${answered.length}, cited and no other: ${answered.filter(citesOnlyRight).length}`)
  }
}
