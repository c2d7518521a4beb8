import { Converter } from 'opencc-js/t2cn'
import type { ContactDetails } from '@/lib/contacts/identify-contact'

/** Raised when other terms are stored than before; the desk then writes those of all tickets again, in the background. */
export const SEARCH_VERSION = 3

/** How much of one message can be found: some ten pages of Latin text, some seven thousand Chinese characters. */
const MAX_CHARACTERS = 20_000
/** A word is found by its beginning; nobody types more of it. */
const MAX_WORD = 32
/** Conditions of one search; each is a look into the index. */
const MAX_CONDITIONS = 12
/** Slips are looked for in words of these lengths: shorter ones would find half of all names. */
const SLIP_FROM = 4
const SLIP_TO = 14
/** Words of a subject that are found with a slip, the first so many, from this length on: a tenth more terms than a ticket has anyway. */
const SUBJECT_WORDS = 10
const SUBJECT_SLIP_FROM = 5

// Characters alone. The converter that also turns Taiwan's words into the mainland's depends on what stands around them.
const simplify = Converter({ from: 't', to: 'cn' })
const HAN = /\p{Script=Han}/u
const ACCENTS = /[\u0300-\u036f]/g
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const RUNS = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, 'gu')
const IS_CJK = new RegExp(`^[${CJK}]`, 'u')

/**
 * What a text can be found by: its words in lower case, one width and without accents, and each run of Chinese as pairs of Simplified
 * characters, `退款了` → 退款 款了 了. Pairs need no dictionary, so that every part of a Chinese word is found, two characters as fast as ten;
 * the last character alone lets a single one be found as the beginning of a pair wherever it stands.
 */
export function storedTerms(text: string): string[] {
  return unique(runsOf(text.slice(0, MAX_CHARACTERS)).flatMap((run) => (IS_CJK.test(run) ? pairs(run, true) : [cut(run)])))
}

/**
 * What a ticket can be found by: subject, customer and what was written, by them and by us; a phone number also whole and by its last four digits; the words
 * of the name and of the subject also with a slip of the finger. What is the customer's own is marked as such once more, to find people and not what is said of them.
 */
export function ticketTerms({ subject, contact, texts }: { subject: string; contact: ContactDetails; texts: string[] }): string[] {
  const { name, email, phone, externalId } = contact
  const digits = phone?.replace(/\D/g, '') ?? ''
  const plain = [subject, name, email, phone, externalId, ...texts].flatMap((part) => (part ? storedTerms(part) : []))
  const own = [name, email, phone, externalId].flatMap((part) => (part ? storedTerms(part) : []))
  const topics = unique(runsOf(subject)).filter((word) => word.length >= SUBJECT_SLIP_FROM)
  const slips = [...runsOf(name ?? ''), ...topics.filter(takesSlips).slice(0, SUBJECT_WORDS)].flatMap((word) =>
    takesSlips(word) ? withSlips(word) : [],
  )
  const numbers = digits.length > 4 ? [cut(digits), digits.slice(-4)] : []
  // First what is not said again: of an endless thread the end is left out.
  return unique([...[...own, ...numbers].map((term) => `@${term}`), ...numbers, ...slips, ...plain])
}

export type SearchQuery = {
  /** As a tsquery; null when nothing in what was typed can be found by. */
  exact: string | null
  /** The same with one letter wrong in the words of a name or a subject; null where that makes no difference. */
  tolerant: string | null
  /** What was typed is a ticket's number, `#123` or `123`. */
  number: number | null
}

/** What to look for: all words of what was typed, each as the beginning of a word. With `#`, a number is a ticket's and nothing else. */
export function searchQuery(q: string): SearchQuery {
  const [, hash, digits] = /^\s*([#＃]?)\s*([0-9０-９]{1,9})\s*$/u.exec(q) ?? []
  const number = digits ? Number(digits.normalize('NFKC')) : null
  if (hash) return { exact: null, tolerant: null, number }
  const conditions = runsOf(q).flatMap(conditionsOf)
  const taken = unique(conditions.map(({ text }) => text)).slice(0, MAX_CONDITIONS)
  if (taken.length === 0) return { exact: null, tolerant: null, number }
  const slipping = conditions.slice(0, MAX_CONDITIONS).map(({ word, text }) => (word && takesSlips(word) ? orWithSlips(word) : text))
  const tolerant = slipping.some((text) => text.includes('|')) ? unique(slipping).join(' & ') : null
  return { exact: taken.join(' & '), tolerant, number }
}

/** What finds the tickets of people who are called so, or have such an address or number: a tsquery; null when there is nothing to look for. */
export function contactQuery(q: string): string | null {
  const conditions = unique(runsOf(q).flatMap((run) => conditionsOf(run).map(({ text }) => text.replace("'", "'@"))))
  return conditions.slice(0, MAX_CONDITIONS).join(' & ') || null
}

function runsOf(text: string): string[] {
  const folded = text.toWellFormed().normalize('NFKC').toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC')
  return (HAN.test(folded) ? simplify(folded) : folded).match(RUNS) ?? []
}

function pairs(run: string, isStored: boolean): string[] {
  const characters = [...run]
  const made = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  return isStored || made.length === 0 ? [...made, characters.at(-1) ?? ''] : made
}

type Condition = { word: string | null; text: string }

function conditionsOf(run: string): Condition[] {
  if (!IS_CJK.test(run)) return [{ word: run, text: startsWith(run) }]
  return pairs(run, false).map((pair) => ({ word: null, text: [...pair].length === 1 ? startsWith(pair) : `'${pair}'` }))
}

const startsWith = (word: string) => `'${cut(word)}':*`

function takesSlips(word: string): boolean {
  return !IS_CJK.test(word) && word.length >= SLIP_FROM && word.length <= SLIP_TO && !/\d/.test(word)
}

/**
 * A word and what is left of it without any one of its letters. Two words that differ by one letter, one too many, one too few or two in the
 * wrong order have one of these in common, so slips are found by the index that finds everything else.
 */
function withSlips(word: string): string[] {
  return unique([word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))]).map((form) => `~${form}`)
}

function orWithSlips(word: string): string {
  return `(${[startsWith(word), ...withSlips(word).map((form) => `'${form}'`)].join(' | ')})`
}

function cut(word: string): string {
  return word.slice(0, MAX_WORD).toWellFormed()
}

function unique(terms: string[]): string[] {
  return [...new Set(terms)]
}
