/**
 * `npx tsx worker/models/pocket/shop-prompts.ts [rules a prompt, 4] [words a rule] > shop.jsonl`: the prompts that the product would send for the sample shop's tickets and for
 * every variant of its rules (left out of its rule while it is asked), one JSON object a line, for evaluate.py. The shop was never trained on.
 */
import { usualFloors } from '@/lib/retrieval/floors'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { RuleHit } from '@/lib/retrieval/schema'
import { askFor } from '@/lib/suggestions/ask-for'
import { buildPrompt } from '@/lib/suggestions/build-prompt'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import { shortenAnswer } from '@/lib/suggestions/pick-sentences'
import { rulesEn } from '@/prisma/sample-shop/rules-en'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { ticketsEn } from '@/prisma/sample-shop/tickets-en'
import { ticketsZh } from '@/prisma/sample-shop/tickets-zh'

const MAX_RULES = Number(process.argv[2] ?? 4)
/** Longer rules are cut to so many Han characters or English words, as `maxRuleWords` of a model's profile says. */
const MAX_RULE_WORDS = process.argv[3] ? Number(process.argv[3]) : null
const MAX_PROMPT_CHARS = { zh: 900, en: 2200 }
const CLOSE = { zh: '如有其他问题欢迎继续咨询。', en: 'Feel free to ask if you have any other questions.' }

type Asked = { language: 'zh' | 'en'; turns: { from: 'customer' | 'agent'; text: string }[]; wanted: string[]; without?: string }

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

function promptFor({ language, turns, wanted, without }: Asked) {
  const now = new Date()
  const messages = turns.map(({ from, text }, at) => ({
    direction: from === 'customer' ? ('incoming' as const) : ('outgoing' as const),
    text,
    createdAt: new Date(now.getTime() - (turns.length - at) * 60_000),
  }))
  const { ask } = askFor({ messages, fallbackLanguage: language })
  const index = without ? indexWithout(without) : whole
  const hits: RuleHit[] = index
    .search(ask.text, { limit: 10, language: ask.language, before: ask.before, now })
    .filter(({ score }) => score >= floors[language])
    .slice(0, MAX_RULES)
  const given = hits.map(({ rule }) => ({
    title: rule.question,
    text: MAX_RULE_WORDS ? shortenAnswer(rule.answer, { question: ask.text, room: MAX_RULE_WORDS, language }) : rule.answer,
  }))
  const { messages: prompt, ruleCount } = buildPrompt({
    template: defaultPrompt,
    language,
    rules: given,
    turns: turns.slice(0, -1),
    question: ask.text,
    maxRules: MAX_RULES,
    maxPromptChars: MAX_PROMPT_CHARS[language],
  })
  const shown = hits.slice(0, ruleCount)
  const answers = shown.flatMap(({ rule }, at) => (wanted.includes(rule.id) ? [[at + 1, 0]] : []))
  return {
    set: answers.length > 0 ? 'shop' : 'shop_none',
    kind: 'shop',
    lang: language,
    system: prompt.find(({ role }) => role === 'system')?.content ?? '',
    user: prompt.find(({ role }) => role === 'user')?.content ?? '',
    rules: shown.map(({ rule }) => [rule.question, rule.answer]),
    answers,
    close: CLOSE[language],
  }
}

const asked: Asked[] = [
  ...[...ticketsZh, ...ticketsEn].flatMap(({ language, turns, expects }) =>
    turns.at(-1)?.from === 'customer' ? [{ language, turns, wanted: expects === 'no_rule' ? [] : expects }] : [],
  ),
  ...rules.flatMap(({ key, language, variants }) =>
    variants.map((variant) => ({ language, turns: [{ from: 'customer' as const, text: variant }], wanted: [key], without: variant })),
  ),
]
for (const each of asked) console.log(JSON.stringify(promptFor(each)))
