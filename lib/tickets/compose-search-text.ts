import type { ContactDetails } from '@/lib/contacts/identify-contact'

/** What of a ticket can be found: some ten pages of Latin text, some seven thousand Chinese characters. */
export const MAX_SEARCH_CHARACTERS = 20_000

const CJK_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu

/**
 * Text as it is stored for search: lower case, one width, and each run of Chinese as pairs, `退款了` → ` 退款 款了 了 `.
 * A trigram index knows words of three characters and more; as words of their own, pairs get into it, so a search for
 * the two characters 退款 uses the index as well.
 */
export function searchable(text: string): string {
  return pairUp(text, true)
}

/**
 * What searchable text must contain to be found by `query`: one term for each of its words, 8 at most. Escaped for LIKE:
 * `%`, `_` and `\` in it are plain characters.
 */
export function searchTerms(query: string): string[] {
  const terms = query.toWellFormed().replaceAll('\0', '').trim().split(/\s+/).filter(Boolean).slice(0, 8)
  return terms.map((term) => pairUp(term, false).replace(/[\\%_]/g, '\\$&'))
}

/** Subject, contact and the customer's words, ready to be stored in `searchText`. */
export function composeSearchText({ subject, contact, texts }: { subject: string; contact: ContactDetails; texts: string[] }): string {
  const { name, email, phone, externalId } = contact
  const parts = [subject, name, email, phone, externalId, ...texts.map((text) => text.slice(0, MAX_SEARCH_CHARACTERS))]
  return cut(searchable(parts.filter(Boolean).join('\n')))
}

function pairUp(text: string, isStored: boolean): string {
  const folded = text.normalize('NFKC').toLowerCase()
  const paired = folded.replace(CJK_RUN, (run) => {
    const characters = [...run]
    const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
    const last = characters.at(-1)
    // Stored, a run ends with its last character alone, so that one character can be found wherever it stands.
    if (isStored) return ` ${[...pairs, last].join(' ')} `
    return pairs.length > 0 ? ` ${pairs.join(' ')} ` : ` ${last}`
  })
  return paired.replace(/\s+/g, ' ')
}

function cut(text: string): string {
  return text.slice(0, MAX_SEARCH_CHARACTERS).toWellFormed()
}
