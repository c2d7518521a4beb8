import { pinyinInitials } from './pinyin-initials'

/** Whether what is typed means this: each word stands in it, or it is the beginning of its pinyin initials. */
export function matches(text: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const low = text.toLowerCase()
  if (words.every((word) => low.includes(word))) return true
  return words.length === 1 && /^[a-z]+$/.test(words[0] ?? '') && pinyinInitials(text).includes(words[0] ?? '')
}
