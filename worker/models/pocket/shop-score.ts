/**
 * `npx tsx worker/models/pocket/shop-score.ts out.jsonl …`: what the desk would make of the answers to shop-prompts.ts. A reply that passes the
 * check is shown: right where it cites nothing but rules that answer, wrong elsewhere; any other falls to the next rung, for the cause named.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { checkGrounding } from '@/lib/suggestions/check-grounding'
import { judgeDraft } from '@/lib/suggestions/judge-draft'
import { readCitations } from '@/lib/suggestions/read-citations'

const MAX_TOKENS = 220
const rowSchema = z.object({
  lang: z.enum(['zh', 'en']),
  user: z.string(),
  rules: z.array(z.tuple([z.string(), z.string()])),
  answers: z.array(z.tuple([z.int(), z.int()])),
  out: z.string(),
  out_tokens: z.array(z.int()),
})

function verdictOn({ lang, user, rules, answers, out, out_tokens }: z.infer<typeof rowSchema>): string {
  const text = out.trim()
  const given = rules.map(([title, answer], at) => ({ position: at + 1, ruleId: String(at), title, answer }))
  const grounding = checkGrounding({ text, rules: given, ticketText: user, language: lang })
  const finishReason = out_tokens.length < MAX_TOKENS ? 'stop' : 'length'
  const { isUsable, cause } = judgeDraft({ text, rules: given, grounding, finishReason, looped: false, language: lang })
  const wanted = new Set(answers.map(([position]) => position))
  const { positions } = readCitations(text, rules.length)
  if (!isUsable) return `${cause}${wanted.size > 0 ? '' : ', no rule given answers'}`
  return positions.length > 0 && positions.every((position) => wanted.has(position)) ? 'shown, right' : 'shown, wrong'
}

for (const file of process.argv.slice(2)) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)))
    .filter(({ rules }) => rules.length > 0)
  const counts = new Map<string, number>()
  for (const row of rows) {
    const verdict = `${row.lang}: ${verdictOn(row)}`
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  console.log(file, rows.length, Object.fromEntries([...counts].toSorted()))
}
