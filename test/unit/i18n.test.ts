import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { isLocale, knownTimeZone, negotiateLocale } from '@/lib/i18n/locales'
import { en } from '@/lib/i18n/messages/en'
import { zh } from '@/lib/i18n/messages/zh'
import { findHardWords } from '../support/screen-words'

type Tree = { [key: string]: string | Tree }

/** `shell.keys.title` → its text, for every text there is. */
function flatten(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => {
      const here = path ? `${path}.${key}` : key
      return typeof value === 'string' ? [[here, value] as const] : [...flatten(value, here)]
    }),
  )
}

/** The names of a text's placeholders; a plural's branches count through their outermost name. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort()
}

/** A text without its placeholders, however deep their branches go. */
function withoutPlaceholders(text: string): string {
  const shorter = text.replaceAll(/\{[^{}]*\}/g, '')
  return shorter === text ? text : withoutPlaceholders(shorter)
}

/** The same in both languages, and rightly so: names of formats and of things. */
const SAME = new Set(['API', 'CPU', 'CSV', 'JSON', 'Webhook'])
/** Words that the code of a screen may hold: names, and what is printed on keys. */
const NAMES = new Set(['API', 'Deskhand', 'Esc', 'https'])
/** It takes the place of everything when nothing else can be shown, so it has no messages and speaks both languages at once. */
const LAST_RESORT = 'app/global-error.tsx:'

const chinese = flatten(zh)
const english = flatten(en)

describe('the texts of the screens', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('have the same placeholders in both languages', () => {
    const differing = [...chinese].filter(([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join())
    expect(differing).toEqual([])
  })

  it('are never empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('are Chinese in Chinese: no text of more than one word is left in English', () => {
    const forgotten = [...chinese].filter(
      ([, text]) => !/\p{Script=Han}/u.test(text.replaceAll(/\{[^}]*\}/g, '')) && /[a-z]{3,} [a-z]{3,}/i.test(text),
    )
    expect(forgotten).toEqual([])
  })

  it('are translated: none is the same in both languages, but for names', () => {
    const same = [...chinese].filter(
      ([key, text]) => english.get(key) === text && /\p{L}/u.test(withoutPlaceholders(text)) && !SAME.has(text),
    )
    expect(same).toEqual([])
  })

  it.each([
    ['zh', zh, chinese],
    ['en', en, english],
  ] as const)('can be written out, whatever the figures are (%s)', (locale, messages, texts) => {
    const problems: string[] = []
    const t = createTranslator({ locale, messages, timeZone: 'UTC', onError: (error) => problems.push(error.message) })
    const say = t.rich as (key: string, values: object) => unknown
    for (const [key, text] of texts) {
      const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, () => ''])
      for (const value of [0, 1, 2]) say(key, Object.fromEntries([...placeholders(text).map((name) => [name, value]), ...tags]))
    }
    expect(problems).toEqual([])
  })

  it('stand in the messages and not in the code of the screens', () => {
    const found = findHardWords().filter(
      ({ place, text }) => !NAMES.has(text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')) && !place.startsWith(LAST_RESORT),
    )
    expect(found).toEqual([])
  })

  it('have no Chinese in English', () => {
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
  })
})

describe('the language of a browser', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.3,zh;q=0.7', 'zh'],
    ['en;q=0, zh;q=0.1', 'zh'],
    ['ZH-TW', 'zh'],
    ['fr, de', null],
    ['*', null],
    ['', null],
    [null, null],
  ])('of Accept-Language %s is %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale)
  })

  it('is one of ours or none', () => {
    expect(['zh', 'en', 'fr', '', undefined, null].map(isLocale)).toEqual([true, true, false, false, false, false])
  })

  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['Mars/Olympus', undefined],
    ['', undefined],
    [undefined, undefined],
    ['x'.repeat(100), undefined],
  ])('has its time zone %s only if this machine knows it', (name, zone) => {
    expect(knownTimeZone(name)).toBe(zone)
  })
})
