import type { Page } from 'playwright-core'
import { db } from '@/lib/db'
import { zh } from '@/lib/i18n/messages/zh'

/** Names that may stand on a Chinese screen by themselves: the product's, formats, units, a time zone, and what is printed on keys. */
const NAMES = new Set(['Deskhand', 'CSV', 'API', 'UTC', 'kB', 'MB', 'Ctrl', 'Shift', 'Alt', 'Esc', 'Home', 'End', 'PgUp', 'PgDn', 'Space'])
const HAN = /\p{Script=Han}/u
const WORD = /[A-Za-z]{2,}/g
/** 11/26/2026: a date as Chinese does not write it. */
const ENGLISH_DATE = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/

/** `suggestion 表`, `CSV`, `HTTP`: words of other scripts that belong to the Chinese texts themselves. */
const WITHIN_CHINESE = new Set(textsOf(zh).flatMap((text) => (HAN.test(text) ? wordsOf(withoutMarks(text)) : [])))

/**
 * What a screen in Chinese says in English, to those who see it and to those who hear it, as the text and where it stands. Not looked at: what is
 * marked as being in a language of its own (tickets, drafts, rules), and what people are called.
 */
export async function findForeignWords(page: Page): Promise<string[]> {
  const [said, names] = await Promise.all([readScreen(page), readNames()])
  return said.filter(({ text }) => isForeign(withoutNames(text, names))).map(({ text, place }) => `"${text}" in ${place}`)
}

function isForeign(text: string): boolean {
  const isChinese = HAN.test(text)
  return ENGLISH_DATE.test(text) || wordsOf(text).some((word) => !NAMES.has(word) && !(isChinese && WITHIN_CHINESE.has(word)))
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

function textsOf(tree: object): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))
}

/** Without placeholders, however deep their branches go, and without tags. */
function withoutMarks(text: string): string {
  const shorter = text.replaceAll(/\{[^{}]*\}|<\/?\w+>/g, '')
  return shorter === text ? text : withoutMarks(shorter)
}

type Said = { text: string; place: string }

function readScreen(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const said: { text: string; place: string }[] = []
    const isOfItsOwnLanguage = (element: Element | null) => element?.closest('[lang]:not(html)') != null
    const note = (text: string | null, element: Element) => {
      if (!text?.trim() || !element.checkVisibility({ visibilityProperty: true })) return
      said.push({ text: text.trim(), place: `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">` })
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (element && !element.closest('script, style') && !isOfItsOwnLanguage(element)) note(node.textContent, element)
    }
    // A box for a text has that text's language; what it is called is ours.
    for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!isOfItsOwnLanguage(element.matches('textarea') ? element.parentElement : element)) note(element.getAttribute(name), element)
    return said
  })
}

/** What people, tickets, rules, files and models are called: strangers' words, the longest first. */
async function readNames(): Promise<string[]> {
  const [contacts, users, channels, tickets, rules, macros, suggestions, attachments] = await Promise.all([
    db().contact.findMany({ select: { name: true, email: true, phone: true } }),
    db().user.findMany({ select: { name: true, email: true } }),
    db().channel.findMany({ select: { name: true } }),
    db().ticket.findMany({ select: { subject: true, tags: true }, distinct: ['subject', 'tags'] }),
    db().faqRule.findMany({ select: { question: true, category: true } }),
    db().macro.findMany({ select: { title: true } }),
    db().suggestion.findMany({ where: { model: { not: null } }, select: { model: true }, distinct: ['model'] }),
    db().attachment.findMany({ select: { name: true }, distinct: ['name'] }),
  ])
  const rows: object[] = [...contacts, ...users, ...channels, ...tickets, ...rules, ...macros, ...suggestions, ...attachments]
  const names = rows.flatMap((row) => Object.values(row).flat()).filter((name): name is string => typeof name === 'string')
  return [...new Set(names)].filter((name) => wordsOf(name).length > 0).sort((a, b) => b.length - a.length)
}

function withoutNames(text: string, names: string[]): string {
  let rest = text
  for (const name of names) {
    if (wordsOf(rest).length === 0) break
    rest = rest.replaceAll(name, '')
  }
  return rest
}
