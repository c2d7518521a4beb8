export type Person = { id: string; name: string }

/** `<@` and an id: how a colleague stands in the text of a note. */
const MENTION = /<@([0-9a-f-]{36})>/g

const HAN = /\p{Script=Han}/u

/** Whether a name may end here: @Lin is not in @Linda. Chinese knows no blanks, so there any name may. */
function isEnd(next: string | undefined, name: string): boolean {
  return next === undefined || !/[\p{L}\p{N}]/u.test(next) || HAN.test(next) || HAN.test(name.at(-1) ?? '')
}

/**
 * A note as it is stored: `@Name` of a colleague is `<@id>`. The longest name wins; of two people with one name, the one who was chosen from the
 * list, `chosen`; where both were, first the one and then the other.
 */
export function writeMentions(text: string, people: Person[], chosen: string[] = []): { text: string; ids: string[] } {
  const byLength = [...people].sort(
    (a, b) => b.name.length - a.name.length || Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)),
  )
  const ids = new Set<string>()
  let written = ''
  for (let at = 0; at < text.length; ) {
    const meant =
      text[at] === '@' ? byLength.filter(({ name }) => text.startsWith(name, at + 1) && isEnd(text[at + 1 + name.length], name)) : []
    const isNext = ({ id, name }: Person) => name === meant[0]?.name && chosen.includes(id) && !ids.has(id)
    const person = meant.find(isNext) ?? meant[0]
    if (person) ids.add(person.id)
    written += person ? `<@${person.id}>` : text[at]
    at += person ? person.name.length + 1 : 1
  }
  return { text: written, ids: [...ids] }
}

/** A note without the colleagues it names: what is left is what it says. */
export function withoutMentions(text: string): string {
  return text.replace(MENTION, ' ')
}

/** A note as one reads it: with the names that the people have now. */
export function showMentions(text: string, people: Person[]): string {
  return text.replace(MENTION, (whole, id: string) => {
    const person = people.find((each) => each.id === id)
    return person ? `@${person.name}` : whole
  })
}
