import { composeExtractive, composeVerbatim, holdingText } from '@/lib/suggestions/compose-fallback'
import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import { editDistance } from '@/lib/suggestions/edit-distance'
import { stripCitations } from '@/lib/suggestions/grounding/read-citations'
import { CLOSING } from '@/lib/suggestions/grounding/reply-phrases'
import type { Prisma } from '@/prisma/generated/client'
import type { Language, Rung } from '@/prisma/generated/enums'
import { type Draw, drawFrom } from './draw'
import { rulesEn } from './rules-en'
import { rulesZh } from './rules-zh'
import { stableId } from './stable-id'
import { type Seeding, ticketRows } from './ticket-rows'
import { noRuleEn } from './tickets-en-no-rule'
import { noRuleZh } from './tickets-zh-no-rule'
import type { SampleRule, SampleTicket, SampleTurn } from './types'

/** Eight weeks, so that four can be compared with the four before. They end a day before the seeding: what is open is today's. */
const DAYS = 56
const DAY_MINUTES = 1_440
/** The shop changed its model after five weeks, and its drafts became better. */
const NEW_MODEL_SINCE = 21
const MODELS = { old: 'qwen2.5-7b-instruct-q4_k_m', new: 'qwen3-4b-instruct-2507-q4_k_m' }
const NAMES: Record<Language, string[]> = {
  zh: ['王敏', '李强', '张悦', '刘洋', '陈静', '杨帆', '赵磊', '黄婷', '周杰', '吴倩', '徐峰', '孙丽', '马骏', '朱琳', '胡斌', '郭晓'],
  en: ['Amy Cole', 'Ben Hart', 'Cara Diaz', 'Dan Webb', 'Elle Park', 'Finn Ross', 'Gina Lowe', 'Hugo Bell', 'Iris Tran', 'Jack Moss'],
}
const SOURCES: Record<Language, string[]> = { zh: ['官网', '小程序', '邮件'], en: ['Website', 'App', 'E-mail'] }
const THANKS: Record<Language, string[]> = {
  zh: ['我已经帮您备注在订单上了，有进展会第一时间通知您。', '给您添麻烦了，我会盯着这件事。', '您把订单号发我，我这边马上核实。'],
  en: [
    'I have put a note on your order and will tell you as soon as there is news.',
    'Sorry for the trouble; I am keeping an eye on it.',
    'Send me the order number and I will check right away.',
  ],
}
const COMPLAINTS = ['答非所问', '漏了关键条件', '语气太生硬', 'Missed the point', 'Left out the deadline']

type Past = {
  ticket: ReturnType<typeof ticketRows>
  suggestion: Prisma.SuggestionCreateManyInput
  rule: Prisma.SuggestionRuleCreateManyInput | null
  outcome: Prisma.SuggestionOutcomeCreateManyInput
}

/**
 * The shop's past: tickets that came in over eight weeks, were drafted for, answered and resolved. Drawn from one seed, so it is the same at
 * every seeding, and placed before `now`.
 */
export function pastTickets(seeding: Seeding): Past[] {
  const draw = drawFrom(20261126)
  const past: Past[] = []
  for (let daysAgo = DAYS; daysAgo >= 1; daysAgo--) {
    const weekday = new Date(seeding.now.getTime() - daysAgo * DAY_MINUTES * 60_000).getUTCDay()
    const isWeekend = weekday === 0 || weekday === 6
    const count = Math.round((isWeekend ? 6 : 12) + (DAYS - daysAgo) / 14 + draw.between(-2, 3))
    for (let n = 0; n < count; n++) past.push(pastTicket(`past-${daysAgo}-${n}`, daysAgo, draw, seeding))
  }
  return past
}

/** Of a hundred drafts, how many come from which rung. */
function drawRung(draw: Draw, isNew: boolean): Rung {
  const at = draw.next()
  const [verbatim, cache, model, extractive] = isNew ? [0.12, 0.36, 0.8, 0.9] : [0.12, 0.27, 0.64, 0.86]
  return at < verbatim ? 'verbatim' : at < cache ? 'cache' : at < model ? 'model' : at < extractive ? 'extractive' : 'holding'
}

function pastTicket(key: string, daysAgo: number, draw: Draw, seeding: Seeding): Past {
  const isNew = daysAgo <= NEW_MODEL_SINCE
  const language: Language = draw.next() < 0.65 ? 'zh' : 'en'
  const rung = drawRung(draw, isNew)
  const rules = language === 'zh' ? rulesZh : rulesEn
  // Some rules are asked for much more than others.
  const rule = rung === 'holding' ? null : (rules[Math.floor(rules.length * draw.next() ** 2.2)] as SampleRule)
  const question = rule ? draw.pick([rule.question, ...rule.variants]) : unanswered(language, draw)
  const draft = draftText({ rung, rule, question, language })
  const plain = stripCitations(draft)
  const fate = drawFate(draw, rung, isNew)
  const gap = language === 'zh' ? '' : ' '
  const sent =
    fate === 'sent_as_is'
      ? plain
      : fate === 'edited'
        ? edited(plain, language, draw)
        : `${draw.pick(THANKS[language])}${gap}${CLOSING[language]}`
  const agent = draw.next() < 0.72 ? 'agent' : 'admin'

  // Most write by day, and wait a few minutes for what needed no thought.
  const askedAt = daysAgo * DAY_MINUTES - Math.round(draw.between(0, 700))
  const patience =
    { verbatim: 4, cache: 4, model: 7, extractive: 15, holding: 45 }[rung] * (isNew ? 0.8 : 1) * (fate === 'sent_as_is' ? 0.7 : 1.4)
  const turns: SampleTurn[] = [
    { from: 'customer', text: question, minutesAgo: askedAt },
    { from: 'agent', text: sent, minutesAgo: askedAt - Math.min(600, patience * Math.exp(draw.bell() * 0.8)) },
  ]
  const person = draw.integer(60)
  const names = NAMES[language]
  const sample: SampleTicket = {
    key,
    language,
    contact: { name: names[person % names.length] ?? '', email: `shopper-${language}-${person}@example.com` },
    subject: question.slice(0, 60),
    source: draw.pick(SOURCES[language]),
    tags: rule ? rule.tags.slice(0, 1) : [],
    priority: draw.next() < 0.06 ? 'high' : 'normal',
    status: 'resolved',
    assignee: agent,
    turns,
    expects: rule ? [rule.key] : 'no_rule',
  }
  const ticket = ticketRows(sample, seeding, { contactKey: `shopper-${language}-${person}`, suggestionKey: key })
  const ms = Math.round(
    { verbatim: 18, cache: 26, model: isNew ? 2_300 : 4_100, extractive: 5_200, holding: 30 }[rung] * Math.exp(draw.bell() * 0.35),
  )
  const queuedAt = new Date(ticket.ticket.createdAt ?? seeding.now)
  const finishedAt = new Date(queuedAt.getTime() + 40 + ms)
  const id = stableId('suggestion', key)
  const isModels = rung === 'model' || rung === 'cache'
  return {
    ticket,
    suggestion: {
      id,
      ticketId: stableId('ticket', key),
      isCurrent: null,
      status: fate,
      rung,
      text: draft,
      language,
      question,
      fallbackCause: rung === 'holding' ? 'no_rule' : rung === 'extractive' ? draw.pick(['ungrounded', 'ungrounded', 'timeout']) : null,
      model: isModels ? MODELS[isNew ? 'new' : 'old'] : null,
      promptVersion: isModels ? defaultPrompt.version : null,
      queuedAt,
      startedAt: new Date(queuedAt.getTime() + 40),
      firstWordAt: rung === 'model' ? new Date(queuedAt.getTime() + 40 + Math.round(ms * 0.22)) : null,
      finishedAt,
      ms,
    },
    rule: rule && {
      suggestionId: id,
      ruleId: stableId('rule', rule.key),
      ruleVersion: 1,
      position: 1,
      title: rule.question,
      answer: rule.answer,
      score: rung === 'verbatim' ? 1 : Math.round(draw.between(62, 96)) / 100,
      isUsed: true,
      isCited: true,
    },
    outcome: {
      suggestionId: id,
      agentId: seeding.people[agent],
      draftLength: plain.length,
      ...(fate !== 'dismissed' && { sentText: sent, editDistance: fate === 'edited' ? editDistance(plain, sent) : 0 }),
      ...rated(draw, fate),
      createdAt: ticket.ticket.firstRepliedAt ?? finishedAt,
    },
  }
}

function drawFate(draw: Draw, rung: Rung, isNew: boolean): 'sent_as_is' | 'edited' | 'dismissed' {
  const asIs = { verbatim: 0.82, cache: 0.78, model: isNew ? 0.62 : 0.48, extractive: 0.3, holding: 0.2 }[rung]
  const dismissed = { verbatim: 0.03, cache: 0.04, model: 0.08, extractive: 0.2, holding: 0.45 }[rung]
  const at = draw.next()
  return at < asIs ? 'sent_as_is' : at < 1 - dismissed ? 'edited' : 'dismissed'
}

function rated(draw: Draw, fate: string): { rating?: number; reason?: string } {
  if (draw.next() > 0.12) return {}
  return fate === 'sent_as_is' || draw.next() < 0.3 ? { rating: 1 } : { rating: -1, reason: draw.pick(COMPLAINTS) }
}

function draftText({
  rung,
  rule,
  question,
  language,
}: {
  rung: Rung
  rule: SampleRule | null
  question: string
  language: Language
}): string {
  if (!rule) return holdingText(language, { noRule: true })
  if (rung === 'verbatim') return composeVerbatim(rule, 1, language)
  return composeExtractive({ rule, position: 1, question, language, maxLength: rung === 'extractive' ? 100 : 70 })
}

/** As agents edit: a sentence more before the end, or the first one said in other words. */
function edited(plain: string, language: Language, draw: Draw): string {
  const more = draw.pick(THANKS[language])
  const at = plain.search(language === 'zh' ? /如有其他问题/ : /Feel free to ask/)
  const withMore = at > 0 ? `${plain.slice(0, at)}${more}${language === 'zh' ? '' : ' '}${plain.slice(at)}` : `${plain}${more}`
  if (draw.next() < 0.55) return withMore
  const stop = language === 'zh' ? '。' : '. '
  const [first = '', ...rest] = withMore.split(stop)
  const text = [untilClause(first, draw.between(0.2, 0.8), language), ...rest.slice(draw.integer(3))].join(stop)
  return /[。？！.?!]$/.test(text) ? text : `${text}${stop.trim()}`
}

/** About this share of a sentence, up to where a clause ends; the whole of one that has none. */
function untilClause(sentence: string, share: number, language: Language): string {
  const end = sentence.lastIndexOf(language === 'zh' ? '，' : ', ', Math.round(sentence.length * share))
  return end > 0 ? sentence.slice(0, end) : sentence
}

function unanswered(language: Language, draw: Draw): string {
  const { turns } = draw.pick(language === 'zh' ? noRuleZh : noRuleEn)
  return turns[0]?.text ?? ''
}
