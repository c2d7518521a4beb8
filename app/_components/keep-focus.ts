/**
 * For Radix's `onCloseAutoFocus`, which gives the focus back to the button a moment after the box has closed: not when the agent's next key has
 * already put it elsewhere. Else the words meant for a note would be typed at the button.
 */
export function keepFocus(event: Event): void {
  const focused = document.activeElement
  if (focused && focused !== document.body && !(event.currentTarget as Node | null)?.contains(focused)) event.preventDefault()
}
