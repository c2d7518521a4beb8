import type { KeyboardEvent } from 'react'

/** Letters that follow each other within this time are one word. */
const WORD_MS = 1_000

/** What was typed lately. */
type Typed = { text: string; at: number }

/**
 * The keys of a menu: the arrows walk and go round, Home and End jump, letters find, Enter and the space bar choose. Tab does nothing: Escape leaves.
 * @param typed kept by the caller for as long as the menu is open
 */
export function moveInMenu(event: KeyboardEvent<HTMLElement>, typed: Typed): void {
  const { key, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')]
  const at = items.findIndex((item) => item.matches(':focus'))
  const last = items.length - 1
  const places: Record<string, number> = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }
  const place = places[key]
  if (place !== undefined) items[place]?.focus()
  else if (key === 'Enter' || key === ' ') items[at]?.click()
  else if (key.length === 1) findByLetters(items, at, key, typed)?.focus()
  else if (key !== 'Tab') return
  event.preventDefault()
}

/** A first letter goes on to the next item that begins so; further ones narrow where one is. */
function findByLetters(items: HTMLElement[], at: number, letter: string, typed: Typed): HTMLElement | undefined {
  const now = Date.now()
  const isFirst = now - typed.at > WORD_MS
  typed.text = (isFirst ? '' : typed.text) + letter.toLowerCase()
  typed.at = now
  const from = isFirst ? at + 1 : Math.max(at, 0)
  const inTurn = [...items.slice(from), ...items.slice(0, from)]
  return inTurn.find((item) => item.textContent?.trim().toLowerCase().startsWith(typed.text))
}
