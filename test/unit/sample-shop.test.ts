import { describe, expect, it } from 'vitest'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import { hasControls } from '@/lib/tickets/clean-text'
import { pastTickets } from '@/prisma/sample-shop/history'
import { rulesEn } from '@/prisma/sample-shop/rules-en'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { stableId } from '@/prisma/sample-shop/stable-id'
import { ticketsEn } from '@/prisma/sample-shop/tickets-en'
import { ticketsZh } from '@/prisma/sample-shop/tickets-zh'
import type { SampleRule } from '@/prisma/sample-shop/types'

const rules = [...rulesZh, ...rulesEn]
const tickets = [...ticketsZh, ...ticketsEn]

/** Compared as a customer would: case, width, spaces and punctuation make no other question. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
const asked = (rule: SampleRule) => [rule.question, ...rule.variants]
const repeated = (texts: string[]) => texts.filter((text, index) => texts.indexOf(text) !== index)
const policy = (rule: SampleRule) => rule.key.slice(3)

/** Half-width punctuation beside a Chinese character; `10:00` and `0.5` stand between digits and are right. */
const HALF_WIDTH_BESIDE_HAN = /\p{Script=Han}\s?[,.;:?!()"']|[,;:?!()"']\s?\p{Script=Han}/u

/**
 * The numbers of an answer, as a set. 1 is left out (`once`, `the first`, 首重); 95折 is 5 (percent off), 双11 is a name,
 * December is a 12.
 */
function numbersIn(answer: string): string[] {
  const told = answer
    .replace('双11', '')
    .replace('December', '12')
    .replace(/(\d{1,2})折/g, (_, paid) => String(100 - Number(paid.padEnd(2, '0'))))
  return [...new Set(told.match(/\d+(?:[:-]\d+)*/g))].filter((number) => number !== '1').sort()
}

describe.each([
  { language: 'zh', list: rulesZh, min: 60, max: 150 },
  { language: 'en', list: rulesEn, min: 40, max: 100 },
])('the $language rules of the sample shop', ({ language, list, min, max }) => {
  const length = (text: string) => (language === 'zh' ? [...text].length : text.split(/\s+/).length)

  it('are at least 30, all in this language, with a key that says so', () => {
    expect(list.length).toBeGreaterThanOrEqual(30)
    for (const rule of list) expect(rule).toMatchObject({ language, key: expect.stringMatching(new RegExp(`^${language}-[a-z-]+$`)) })
  })

  it.each(list)('$key has variants, a category, tags and an answer of substance', (rule) => {
    expect(rule.variants.length).toBeGreaterThanOrEqual(3)
    expect(rule.variants.length).toBeLessThanOrEqual(5)
    expect(rule.category).not.toBe('')
    expect(rule.tags.length).toBeGreaterThan(0)
    expect(length(rule.answer)).toBeGreaterThanOrEqual(min)
    expect(length(rule.answer)).toBeLessThanOrEqual(max)
    expect(rule.answer).toMatch(/\d|\bonce\b|\bone\b/)
  })

  it('ask nothing twice', () => {
    expect(repeated(list.flatMap(asked).map(bare))).toEqual([])
    expect(repeated(list.map((rule) => rule.answer))).toEqual([])
  })
})

describe('the sample shop', () => {
  it('has no key twice and gives every key its own id', () => {
    const keys = [...rules, ...tickets].map(({ key }) => key)
    expect(repeated(keys)).toEqual([])
    const ids = keys.map((key) => stableId('rule', key))
    expect(new Set(ids).size).toBe(keys.length)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it.each(rulesEn)('says the same numbers in both languages: $key', (rule) => {
    const chinese = rulesZh.find((other) => policy(other) === policy(rule))
    expect(chinese, 'the Chinese rule').toBeDefined()
    expect(numbersIn(rule.answer)).toEqual(numbersIn(chinese?.answer ?? ''))
  })

  it.each(rulesZh)('is punctuated as Chinese is: $key', (rule) => {
    for (const text of [...asked(rule), rule.answer]) expect(text).not.toMatch(HALF_WIDTH_BESIDE_HAN)
    expect(rule.answer).toMatch(/。$/)
  })

  it('holds no control characters, and nothing around its texts', () => {
    const lines = [...rules.flatMap((rule) => [...asked(rule), rule.answer, ...rule.tags]), ...tickets.map(({ subject }) => subject)]
    const texts = tickets.flatMap(({ turns }) => turns.map(({ text }) => text))
    expect(lines.filter(hasControls)).toEqual([])
    expect(texts.filter((text) => hasControls(text.replaceAll('\n', '')))).toEqual([])
    expect([...lines, ...texts].filter((text) => text !== text.trim() || text === '')).toEqual([])
  })
})

describe('the sample tickets', () => {
  it('are enough, in both languages, and some of them nobody has a rule for', () => {
    expect(tickets.length).toBeGreaterThanOrEqual(24)
    for (const language of ['zh', 'en']) {
      const own = tickets.filter((ticket) => ticket.language === language)
      expect(own.length).toBeGreaterThanOrEqual(12)
      expect(own.filter((ticket) => ticket.turns.length > 1).length).toBeGreaterThanOrEqual(3)
    }
    expect(tickets.filter(({ expects }) => expects === 'no_rule').length).toBeGreaterThanOrEqual(3)
    expect(tickets.filter(({ status }) => status === 'open').length).toBeGreaterThanOrEqual(24)
  })

  it.each(tickets)('$key: speaks in turns, forward in time, and its last word fits its status', ({ turns, status }) => {
    expect(turns[0]?.from).toBe('customer')
    for (const [index, turn] of turns.entries()) {
      const before = turns[index - 1]
      if (before) expect(turn.from).not.toBe(before.from)
      if (before) expect(turn.minutesAgo).toBeLessThan(before.minutesAgo)
      expect(turn.minutesAgo).toBeGreaterThan(0)
    }
    expect(turns.at(-1)?.from).toBe(status === 'open' ? 'customer' : 'agent')
  })

  it.each(tickets)('$key: is in the language that the desk will detect', ({ language, subject, turns }) => {
    expect(detectLanguage(`${subject}\n${turns[0]?.text}`)).toBe(language)
  })

  it.each(tickets)('$key: comes from somebody who cannot exist', ({ contact, turns }) => {
    expect(contact.email ?? contact.phone).toBeDefined()
    if (contact.email) expect(contact.email).toMatch(/@example\.com$/)
    if (contact.phone) expect(contact.phone).toMatch(/^(138 0000 \d{4}|202-555-01\d{2})$/)
    const numbers = turns.flatMap(({ text }) => text.match(/\b1[3-9]\d[ -]?\d{4}[ -]?\d{4}\b/g) ?? [])
    for (const number of numbers) expect(number.replace(/[ -]/g, '')).toMatch(/^1380000\d{4}$/)
  })

  it.each(tickets)('$key: expects rules there are, the first one in its own language', ({ expects, language }) => {
    if (expects === 'no_rule') return
    expect(expects.filter((key) => !rules.some((rule) => rule.key === key))).toEqual([])
    expect(expects[0]?.slice(0, 2)).toBe(language)
  })

  it('hold some that repeat a question almost word for word, so that the verbatim rung is seen', () => {
    const questions = new Set(rules.flatMap(asked).map(bare))
    const verbatim = tickets.filter(({ turns }) => questions.has(bare(turns.at(-1)?.text ?? '')))
    expect(verbatim.map(({ key }) => key)).toEqual(expect.arrayContaining(['zh-password', 'en-charged-twice']))
  })
})

describe('the replies of the shop’s past', () => {
  const past = pastTickets({
    now: new Date('2026-11-26T08:00:00Z'),
    channelId: stableId('channel', 'test'),
    people: { agent: '00000000-0000-4000-8000-000000000001', admin: '00000000-0000-4000-8000-000000000002' },
  })
  const replies = past.flatMap(({ ticket }) => ticket.messages.filter(({ direction }) => direction === 'outgoing').map(({ text }) => text))

  it('are whole sentences to their end', () => {
    expect(replies.length).toBeGreaterThan(400)
    for (const text of replies) expect(text).toMatch(/[。？！.?!]$/)
  })

  it('run no sentence into another', () => {
    for (const text of replies) expect(text.replace(/[\w.]+@[\w.]+/g, '')).not.toMatch(/[a-z]\.[a-z]/i)
  })
})
