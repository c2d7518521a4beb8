import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say'

/** One of the processes that make a desk. */
export type Part = {
  name: string
  /** Starts it and waits until it can serve; throws when it cannot, or `signal` aborts, with nothing left running. */
  launch(signal: AbortSignal): Promise<ChildProcess>
  /** What to say beside its name once it is ready. */
  detail(): string
  stopSignal: NodeJS.Signals
  /** The desk is of no use without it: when it cannot be brought back, the desk ends. */
  isEssential: boolean
}

export type KeptPart = { stop(): Promise<void> }

const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 15_000
/** After a life this long the pauses begin again with the shortest. */
const STEADY_MS = 60_000
// With the pauses above: about a minute and a half of trying.
const MAX_ATTEMPTS = 10
const STOP_DEADLINE_MS = 15_000

/**
 * Launches a part, and brings it back whenever it ends by itself until it is told to stop.
 * Throws when the first launch fails or `leaving` aborts it; `onLost` hears when an essential part cannot be brought back.
 */
export async function keepRunning(part: Part, onLost: (reason: string) => void, leaving: AbortSignal): Promise<KeptPart> {
  const stopping = new AbortController()
  const launch = async (state: string) => {
    const startedAt = performance.now()
    const child = await part.launch(AbortSignal.any([stopping.signal, leaving]))
    say(part.name, state, part.detail(), performance.now() - startedAt)
    return child
  }
  let child: ChildProcess | null = await launch('ready')

  const watch = async () => {
    let pauseMs = FIRST_PAUSE_MS
    let attempts = 0
    while (child) {
      const bornAt = performance.now()
      const why = await ended(child)
      if (stopping.signal.aborted) return
      if (performance.now() - bornAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS
      say(part.name, 'ended', `${why}; starting it again`)
      child = null
      for (attempts = 0; !child; attempts++) {
        if (attempts === MAX_ATTEMPTS && part.isEssential) return onLost(`${part.name} cannot be brought back.`)
        // Jitter, so that web and worker that fell together do not rise together.
        await sleep(pauseMs * (0.75 + Math.random() / 2), undefined, { signal: stopping.signal })
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
        child = await launch('is back').catch((error: Error) => {
          if (!stopping.signal.aborted && !leaving.aborted) say(part.name, 'failed', error.message)
          return null
        })
      }
    }
  }
  const watching = watch().catch((error: Error) => {
    if (error.name !== 'AbortError') onLost(error.message)
  })

  return {
    async stop() {
      stopping.abort()
      if (child) await end(child, part.stopSignal)
      await watching
      // It was being launched when we were told to stop, and came up nevertheless.
      if (child) await end(child, part.stopSignal)
    },
  }
}

/** Waits for the end of a process and says what ended it. */
async function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.signalCode ?? `exit code ${child.exitCode}`
}

/** Asks a process to end and makes it end when it has not after 15 s. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS)
  await gone
  clearTimeout(timer)
}
