/**
 * `npx tsx shop-prompts.ts [rules a prompt, 4] [words a rule] > shop.jsonl`: the prompts that the desk sends for the sample shop's tickets and for
 * every variant of its rules (left out of its rule while it is asked), one JSON object a line, for run-gguf.mjs, evaluate.py and shop-score.ts. Words are searched, not
 * meanings: the desk that comes with the bundled model has no model for those.
 */
import { usualFloors } from '@/lib/retrieval/floor/floors'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { RuleHit } from '@/lib/retrieval/schema'
import { askFor } from '@/lib/suggestions/ask-for'
import { buildPrompt } from '@/lib/suggestions/build-prompt'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import { maskPersonalData } from '@/lib/suggestions/personal-data/mask-personal-data'
import { shortenAnswer } from '@/lib/suggestions/pick-sentences'
import { MAX_REPLY_TOKENS, promptChars } from '@/lib/suggestions/prompt-room'
import { rulesEn } from '@/prisma/sample-shop/rules-en'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { ticketsEn } from '@/prisma/sample-shop/tickets-en'
import { ticketsZh } from '@/prisma/sample-shop/tickets-zh'

const MAX_RULES = Number(process.argv[2] ?? 4)
/** Longer rules are cut to so many Han characters or English words, as `maxRuleWords` of a model's profile says. */
const MAX_RULE_WORDS = process.argv[3] ? Number(process.argv[3]) : null
/** As the bundled model's profile has them (../pocket-q8_0.json). */
const CONTEXT_SIZE = 1024
const MAX_TURNS = 4
/** As prepareQuestion has them. */
const RULES_RETRIEVED = 5
const TURN_CHARS = 600
const CLOSE = { zh: '如有其他问题欢迎继续咨询。', en: 'Feel free to ask if you have any other questions.' }

type Turn = { from: 'customer' | 'agent'; text: string }
type Asked = { language: 'zh' | 'en'; subject?: string; turns: Turn[]; wanted: string[]; without?: string }

const rules = [...rulesZh, ...rulesEn]

function indexWithout(variant?: string) {
  return buildRuleIndex(
    rules.map(({ key, language, question, variants, answer, category }) => ({
      id: key,
      version: 1,
      language,
      question,
      variants: variants.filter((each) => each !== variant),
      learned: [],
      answer,
      category,
      tags: [],
      entity: '',
      validFrom: null,
      validUntil: null,
    })),
  )
}

const whole = indexWithout()
const floors = usualFloors(whole)

/** What was said before the customer's latest words, as prepareQuestion passes it on. */
function earlierTurns(turns: Turn[]): Turn[] {
  const lastReply = turns.findLastIndex(({ from }) => from === 'agent')
  return turns.slice(0, lastReply + 1).map(({ from, text }) => ({ from, text: maskPersonalData(text.slice(-TURN_CHARS)).masked }))
}

function promptFor({ language, subject, turns, wanted, without }: Asked) {
  const now = new Date()
  const messages = turns.map(({ from, text }, at) => ({
    direction: from === 'customer' ? ('incoming' as const) : ('outgoing' as const),
    text,
    createdAt: new Date(now.getTime() - (turns.length - at) * 60_000),
  }))
  const { ask } = askFor({ subject, messages, fallbackLanguage: language })
  const index = without ? indexWithout(without) : whole
  const hits: RuleHit[] = index
    .search(ask.text, { limit: RULES_RETRIEVED, language: ask.language, before: ask.before, now })
    .filter(({ rule, score, isVerbatim }) => isVerbatim || score >= floors[rule.language])
    .slice(0, MAX_RULES)
  const given = hits.map(({ rule }) => ({
    title: rule.question,
    text: MAX_RULE_WORDS ? shortenAnswer(rule.answer, { question: ask.text, room: MAX_RULE_WORDS, language: ask.language }) : rule.answer,
  }))
  const { messages: prompt, ruleCount } = buildPrompt({
    template: defaultPrompt,
    language: ask.language,
    rules: given,
    turns: earlierTurns(turns).slice(-MAX_TURNS),
    question: ask.text,
    maxRules: MAX_RULES,
    maxPromptChars: promptChars(CONTEXT_SIZE, ask.language),
  })
  const shown = hits.slice(0, ruleCount)
  const answers = shown.flatMap(({ rule }, at) => (wanted.includes(rule.id) ? [[at + 1, 0]] : []))
  return {
    set: answers.length > 0 ? 'shop' : 'shop_none',
    kind: 'shop',
    lang: ask.language,
    system: prompt.find(({ role }) => role === 'system')?.content ?? '',
    user: prompt.find(({ role }) => role === 'user')?.content ?? '',
    ticket: turns.flatMap(({ from, text }) => (from === 'customer' ? [text] : [])).join('\n'),
    rules: shown.map(({ rule }) => [rule.question, rule.answer]),
    scores: shown.map(({ score }) => score),
    answers,
    close: CLOSE[ask.language],
    max_tokens: MAX_REPLY_TOKENS,
  }
}

const asked: Asked[] = [
  ...[...ticketsZh, ...ticketsEn].flatMap(({ language, subject, turns, expects }) =>
    turns.at(-1)?.from === 'customer' ? [{ language, subject, turns, wanted: expects === 'no_rule' ? [] : expects }] : [],
  ),
  ...rules.flatMap(({ key, language, variants }) =>
    variants.map((variant) => ({ language, turns: [{ from: 'customer' as const, text: variant }], wanted: [key], without: variant })),
  ),
]
for (const each of asked) console.log(JSON.stringify(promptFor(each)))
