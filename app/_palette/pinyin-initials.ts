/** The first character of each pinyin letter in the order of `zh` collation; no syllable begins with I, U or V. */
const FIRST: [string, string][] = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'].map((character, index) => [
  character,
  'abcdefghjklmnopqrstwxyz'[index] ?? '',
])

const collator = new Intl.Collator('zh-Hans-CN')
const HAN = /\p{Script=Han}/u

/**
 * How one types a Chinese name by its first letters: 快捷回复 → `kjhf`. By the browser's own collation, so a character with two readings has its
 * usual one; other letters and digits stay, blanks and marks go.
 */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join('')
}

function initialOf(character: string): string {
  if (!HAN.test(character)) return /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : ''
  return FIRST.findLast(([first]) => collator.compare(first, character) <= 0)?.[1] ?? ''
}
