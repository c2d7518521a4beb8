import { existsSync } from 'node:fs'
import { Converter } from 'opencc-js'
import { rulesEn } from '@/prisma/sample-shop/rules-en'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import type { SampleRule } from '@/prisma/sample-shop/types'
import { BANK_HANT, BANK_NO_RULE_HANT } from '../data/bank-hant'
import { BROKERAGE_NO_RULE_ZH, BROKERAGE_TALKS_ZH, BROKERAGE_ZH } from '../data/brokerage-zh'
import { hotelTalks } from '../data/hotel-talks'
import { ASKED_EN, ASKED_ZH, NO_RULE_EN, NO_RULE_ZH, TALKS_EN, TALKS_ZH } from '../data/shop-questions'
import type { AskedRule, Talk } from '../data/types'
import { WEB_APP_EN, WEB_APP_NO_RULE_EN, WEB_APP_TALKS_EN } from '../data/web-app-en'
import { type EvalQuery, type EvalSet, readEvalSet } from './eval-set'
import { helpDesks } from './help-desks'

/** Several knowledge bases evaluated as one: their queries' scores must compare. */
export type DevSet = { name: string; folds: EvalSet[] }

const FOLDS = 5

/**
 * The sample shop asked in new words: in each fold one variant of every rule is taken out and asked, and every fifth rule is taken out
 * whole, so that whatever asks for it has no answer.
 */
function leftOut(name: string, rules: SampleRule[], say: (text: string) => string = (text) => text): DevSet {
  const folds = Array.from({ length: FOLDS }, (_, fold): EvalSet => {
    const kept = rules.filter((_, at) => at % FOLDS !== fold)
    const gone = rules.filter((_, at) => at % FOLDS === fold)
    const asked = kept.flatMap(({ key, variants, language }): EvalQuery[] => {
      const text = variants[fold]
      return text === undefined ? [] : [{ text: say(text), ruleIds: [key], lang: language, oos: false }]
    })
    const unanswered = gone.flatMap(({ variants, language }) =>
      variants.map((text): EvalQuery => ({ text: say(text), ruleIds: [], lang: language, oos: true })),
    )
    return {
      name,
      rules: kept.map(({ key, question, variants, answer, language }) => ({
        id: key,
        question,
        variants: variants.filter((_, at) => at !== fold),
        answer,
        lang: language,
      })),
      queries: [...asked, ...unanswered],
    }
  })
  return { name, folds }
}

/** One fold for every `parts` of the rules: those left out make their queries out of scope. */
function withGaps({ name, set, parts }: { name: string; set: EvalSet; parts: number }): DevSet {
  const folds = Array.from({ length: parts }, (_, part) => {
    const rules = set.rules.filter((_, at) => at % parts !== part)
    const ids = new Set(rules.map(({ id }) => id))
    const queries = set.queries
      .filter((_, at) => at % parts === part)
      .map((query) => (query.ruleIds.some((id) => ids.has(id)) ? query : { ...query, ruleIds: [], oos: true }))
    return { ...set, rules, queries }
  })
  return { name, folds }
}

/** The same rules where nobody said what each is about: the name stands in the question only. */
function withoutEntities(set: EvalSet): EvalSet {
  const rules = set.rules.map(({ entity, question, ...rule }) => ({ ...rule, question: question.replace('the place', entity ?? '') }))
  return { ...set, rules }
}

/** BANKING77 in the format of `eval:retrieval`, where a machine has it; its sets are left out elsewhere. */
const BANKING77 = process.env.BANKING77 ?? ''

function banking77(): DevSet[] {
  if (!existsSync(BANKING77)) return []
  const set = readEvalSet(BANKING77)
  const without = (name: string, fields: object) => ({ ...set, name, rules: set.rules.map((rule) => ({ ...rule, ...fields })) })
  return [
    { name: 'b77 variants+title', folds: [set] },
    { name: 'b77 variants', folds: [without('b77v', { title: null })] },
    { name: 'b77 question', folds: [without('b77q', { title: null, variants: [] })] },
    withGaps({ name: 'b77 gaps', set, parts: 4 }),
  ]
}

type Written = { language: 'zh' | 'en'; asked: [string, ...string[]][]; noRule: string[]; talks: Talk[] }

/** What we wrote, at even places or at the others: one half to tune on, the other to report. */
function written(rules: SampleRule[], { language, asked, noRule, talks }: Written): DevSet[] {
  const base = rules.map(({ key, question, variants, answer }) => ({ id: key, question, variants, answer, lang: language }))
  const query = (text: string, keys: string[]): EvalQuery => ({
    text,
    ruleIds: keys.map((key) => `${language}-${key}`),
    lang: language,
    oos: keys.length === 0,
  })
  const questions = asked.map(([text, ...keys]) => query(text, keys))
  const outside = noRule.map((text) => query(text, []))
  const half = (part: number) => [...questions, ...outside].filter((_, at) => at % 2 === part)
  const conversations = talks.map((talk) => asTalk(talk, (key) => `${language}-${key}`, language))
  return [
    { name: `written ${language} tune`, folds: [{ name: 'tune', rules: base, queries: half(0) }] },
    { name: `written ${language} held`, folds: [{ name: 'held', rules: base, queries: half(1) }] },
    { name: `talks ${language}`, folds: [{ name: 'talks', rules: base, queries: conversations }] },
  ]
}

function asTalk({ turns, keys }: Talk, idOf: (key: string) => string, language: 'zh' | 'en'): EvalQuery {
  return {
    text: turns.at(-1)?.[1] ?? '',
    ruleIds: keys.map(idOf),
    lang: language,
    oos: keys.length === 0,
    turns: turns.map(([who, text]) => ({ from: who === 'c' ? 'customer' : 'agent', text })),
  }
}

type Invented = { rules: AskedRule[]; noRule: string[]; language: 'zh' | 'en'; talks?: Talk[]; say?: (text: string) => string }

/** A knowledge base with what is asked of it: one half to tune on, the other to report. */
function invented(name: string, { rules, noRule, language, talks = [], say = (text) => text }: Invented): DevSet[] {
  const base = rules.map(({ key, question, variants, answer }) => ({ id: key, question, variants, answer, lang: language }))
  const half = (part: number): EvalQuery[] => [
    ...rules.flatMap(({ key, asked }) =>
      asked.filter((_, at) => at % 2 === part).map((text) => ({ text: say(text), ruleIds: [key], lang: language, oos: false })),
    ),
    ...noRule.filter((_, at) => at % 2 === part).map((text) => ({ text: say(text), ruleIds: [], lang: language, oos: true })),
  ]
  const set = (part: string, queries: EvalQuery[]): DevSet => ({ name: `${name} ${part}`, folds: [{ name, rules: base, queries }] })
  const conversations = talks.map((talk) => asTalk(talk, (key) => key, language))
  return [set('tune', half(0)), set('held', half(1)), ...(talks.length > 0 ? [set('talks', conversations)] : [])]
}

/** Banking questions to a shop, and a shop's to a bank: nothing there answers them, though both speak of cards and refunds. */
function strangers(): DevSet[] {
  if (!existsSync(BANKING77)) return []
  const bank = readEvalSet(BANKING77)
  const outside = (queries: EvalQuery[], count: number) =>
    queries.filter((_, at) => at % Math.ceil(queries.length / count) === 0).map((query) => ({ ...query, ruleIds: [], oos: true }))
  const [shop] = written(rulesEn, { language: 'en', asked: ASKED_EN, noRule: [], talks: [] })
  const shopSet = leftOut('', rulesEn).folds[0]
  return [
    {
      name: 'bank + NO_RULE_EN',
      folds: [
        {
          ...bank,
          queries: [
            ...bank.queries,
            ...outside(
              NO_RULE_EN.map((text) => ({ text, ruleIds: [], lang: 'en', oos: true })),
              99,
            ),
          ],
        },
      ],
    },
    { name: 'bank + shop', folds: [{ ...bank, queries: [...bank.queries, ...outside(shop?.folds[0]?.queries ?? [], 60)] }] },
    ...(shopSet
      ? [
          {
            name: 'shop + bank',
            folds: [{ ...shopSet, queries: [...shopSet.queries.filter(({ oos }) => !oos), ...outside(bank.queries, 150)] }],
          },
        ]
      : []),
  ]
}

export function devSets(): DevSet[] {
  const traditional = Converter({ from: 'cn', to: 'twp' })
  const simplified = Converter({ from: 'twp', to: 'cn' })
  return [
    leftOut('shop zh', rulesZh),
    leftOut('shop zh-Hant', rulesZh, traditional),
    leftOut('shop en', rulesEn),
    ...written(rulesZh, { language: 'zh', asked: ASKED_ZH, noRule: NO_RULE_ZH, talks: TALKS_ZH }),
    ...written(rulesEn, { language: 'en', asked: ASKED_EN, noRule: NO_RULE_EN, talks: TALKS_EN }),
    ...invented('brokerage', { rules: BROKERAGE_ZH, noRule: BROKERAGE_NO_RULE_ZH, language: 'zh', talks: BROKERAGE_TALKS_ZH }),
    ...invented('bank Hant', { rules: BANK_HANT, noRule: BANK_NO_RULE_HANT, language: 'zh' }),
    ...invented('bank Hant by Hans', { rules: BANK_HANT, noRule: BANK_NO_RULE_HANT, language: 'zh', say: simplified }),
    ...invented('web app', { rules: WEB_APP_EN, noRule: WEB_APP_NO_RULE_EN, language: 'en', talks: WEB_APP_TALKS_EN }),
    { name: 'hotels written', folds: [hotelTalks(false)] },
    { name: 'hotels spoken', folds: [hotelTalks(true)] },
    { name: 'hotels unmarked', folds: [withoutEntities(hotelTalks(false))] },
    { name: 'hotels unmarked spoken', folds: [withoutEntities(hotelTalks(true))] },
    ...helpDesks(),
    ...banking77(),
    ...strangers(),
  ]
}
