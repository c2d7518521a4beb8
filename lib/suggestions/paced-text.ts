export type PacedText = {
  /** The text so far; the latest one is what is sent. */
  show: (textSoFar: string) => void
  /** Sends nothing more, and resolves when what was being sent is out. */
  stop: () => Promise<void>
}

/**
 * Sends a text in the making, whole each time, at most once in `everyMs` and one after the other. What comes in between waits for its turn
 * and is not left lying until more is written: the end of a burst is shown although the model thinks before it goes on.
 *
 * @param send never rejects
 */
export function pacedText(send: (textSoFar: string) => Promise<void>, everyMs: number): PacedText {
  let waiting: string | null = null
  let sending: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let nextAt = 0
  let isStopped = false

  const plan = () => {
    if (isStopped || waiting === null || sending || timer) return
    const waitMs = nextAt - performance.now()
    if (waitMs <= 0) sendNow(waiting)
    else timer = setTimeout(() => sendNow(waiting ?? ''), waitMs)
  }
  const sendNow = (text: string) => {
    timer = undefined
    waiting = null
    nextAt = performance.now() + everyMs
    sending = send(text).finally(() => {
      sending = null
      plan()
    })
  }
  return {
    show(textSoFar) {
      waiting = textSoFar
      plan()
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await sending
    },
  }
}
