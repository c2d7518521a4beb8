import { CONCEPTS_EN } from '@/lib/retrieval/concepts-en'
import { CONCEPTS_ZH } from '@/lib/retrieval/concepts-zh'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import { stemWord } from '@/lib/retrieval/stem-word'

/** Words in a row that one entry may have, and Han characters. */
const MAX_WORDS = 4
const MAX_HAN = 6

type Entries = Map<string, string[]>
/** Single words by stem, beginnings of words, phrases by their stems with a blank between, and what is written in Han. */
type Table = { words: Entries; beginnings: Entries; phrases: Entries; firstStems: Set<string>; han: Entries }

const table = readTables()

function readTables(): Table {
  const found: Table = { words: new Map(), beginnings: new Map(), phrases: new Map(), firstStems: new Set(), han: new Map() }
  CONCEPTS_EN.trim()
    .split('\n')
    .forEach((line, at) => {
      for (const entry of line.split(',')) putEnglish(found, entry, `≈e${at}`)
    })
  CONCEPTS_ZH.trim()
    .split('\n')
    .forEach((line, at) => {
      for (const entry of line.trim().split(/\s+/)) put(found.han, normaliseText(entry), `≈z${at}`)
    })
  return found
}

function putEnglish(into: Table, entry: string, concept: string) {
  const words = normaliseText(entry.replace('*', '')).split(' ')
  const stems = words.map(stemWord)
  if (words.length > 1) {
    put(into.phrases, stems.join(' '), concept)
    into.firstStems.add(stems[0] ?? '')
  } else if (entry.includes('*')) put(into.beginnings, words[0] ?? '', concept)
  else put(into.words, stems[0] ?? '', concept)
}

function put(entries: Entries, key: string, concept: string) {
  const concepts = entries.get(key) ?? []
  if (!concepts.includes(concept)) entries.set(key, [...concepts, concept])
}

/** The concepts of one English word in lower case. */
export function readWordConcepts(word: string): string[] {
  const concepts = [...(table.words.get(stemWord(word)) ?? [])]
  for (let length = 2; length <= word.length; length++) concepts.push(...(table.beginnings.get(word.slice(0, length)) ?? []))
  return [...new Set(concepts)]
}

/** Adds the concepts of the phrases among the stems; what is not a word, as an empty one, ends a phrase. */
export function readPhraseConcepts(stems: string[], into: string[]): void {
  for (let at = 0; at < stems.length; at++) {
    const first = stems[at] ?? ''
    if (!table.firstStems.has(first)) continue
    let phrase = first
    for (let next = at + 1; next < Math.min(at + MAX_WORDS, stems.length); next++) {
      phrase += ` ${stems[next]}`
      for (const concept of table.phrases.get(phrase) ?? []) into.push(concept)
    }
  }
}

/** Adds the concepts of a run of Han: the longest entry at each place; one within a longer one is not read, or 退 would speak in every 退订. */
export function readHanConcepts(run: string, into: string[]): void {
  let at = 0
  while (at < run.length) {
    let length = Math.min(MAX_HAN, run.length - at)
    while (length > 0 && !table.han.has(run.slice(at, at + length))) length--
    if (length > 0) for (const concept of table.han.get(run.slice(at, at + length)) ?? []) into.push(concept)
    at += Math.max(1, length)
  }
}
