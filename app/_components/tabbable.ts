/** What the Tab key reaches in an element, in its order. */
export function tabbable(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')].filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0,
  )
}

/** Puts the focus on what is to be used first; links only lead away, so that the element itself is better than they are. */
export function focusFirst(within: HTMLElement): void {
  const first = tabbable(within).find((element) => !element.matches('a')) ?? within
  first.focus({ preventScroll: true })
  if (first instanceof HTMLInputElement) first.select()
}

/** Tab goes round in an element: from the last to the first, and with Shift the other way. */
export function keepTabWithin(event: { key: string; shiftKey: boolean; currentTarget: HTMLElement; preventDefault: () => void }): void {
  if (event.key !== 'Tab') return
  const all = tabbable(event.currentTarget)
  const [end, beginning] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]]
  const at = document.activeElement
  const wouldLeave = all.length === 0 || at === end || (event.shiftKey && at === event.currentTarget)
  if (!wouldLeave) return
  event.preventDefault()
  beginning?.focus({ preventScroll: true })
}
