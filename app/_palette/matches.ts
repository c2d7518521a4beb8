import type { PaletteItem } from './palette-item'
import { pinyinInitials } from './pinyin-initials'

/** Whether what is typed means this: each word stands in it, or it is the beginning of its pinyin initials. */
export function matches(text: string, typed: string): boolean {
  if (holdsAll(text, typed)) return true
  const words = wordsOf(typed)
  return words.length === 1 && /^[a-z]+$/.test(words[0] ?? '') && pinyinInitials(text).includes(words[0] ?? '')
}

/** Whether what is typed means this line: by its name, with or without where it belongs, or by something else it is called. */
export function isMeant({ label, detail = '', words = '' }: Pick<PaletteItem, 'label' | 'detail' | 'words'>, typed: string): boolean {
  if (matches(label, typed) || matches(`${detail} ${label}`, typed)) return true
  // Initials of one name each: across two they would mean whatever one types.
  return words !== '' && (holdsAll(`${detail} ${label} ${words}`, typed) || words.split(/[、,]/).some((name) => matches(name, typed)))
}

function holdsAll(text: string, typed: string): boolean {
  const low = text.toLowerCase()
  return wordsOf(typed).every((word) => low.includes(word))
}

function wordsOf(typed: string): string[] {
  return typed.toLowerCase().split(/\s+/).filter(Boolean)
}
