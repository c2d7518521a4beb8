/** Does what a combination of keys does, as if it were pressed with nothing in focus. */
export function pressCombo(combo: string): void {
  const parts = combo.split(/(?<=.)\+/)
  const key = parts.at(-1) ?? ''
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      // Keys with Alt are told by their place.
      code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : '',
      ctrlKey: parts.includes('Mod'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
      bubbles: true,
      cancelable: true,
    }),
  )
}
