/**
 * Passes on a text in the making, whole each time. One that begins anew after its server had died is shown again from where
 * it has more to say than before, so that the same words do not come twice; other words take the place of what was shown.
 */
export function steadyText(onText: (textSoFar: string) => void): (textSoFar: string) => void {
  let shown = ''
  return (textSoFar) => {
    if (shown.startsWith(textSoFar)) return
    shown = textSoFar
    onText(textSoFar)
  }
}
