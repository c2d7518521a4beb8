import { describe, expect, it } from 'vitest'
import { isLocale, knownTimeZone, negotiateLocale } from '@/lib/i18n/locales'
import { en } from '@/lib/i18n/messages/en'
import { zh } from '@/lib/i18n/messages/zh'

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
