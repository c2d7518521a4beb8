let count = 0
const waiting = new Set<() => void>()

/** An action has been sent to the server. Returns what its end must call. */
export function actionBegins(): () => void {
  count++
  return () => {
    count--
    if (count > 0) return
    const deeds = [...waiting]
    waiting.clear()
    for (const deed of deeds) deed()
  }
}

/**
 * Does it when no action is under way, at once where there is none. The router does one thing after the other and shows what it was asked for last: a page
 * that is read again behind a slow action would keep back the page that somebody is on the way to.
 */
export function afterActions(deed: () => void): void {
  if (count === 0) deed()
  else waiting.add(deed)
}
