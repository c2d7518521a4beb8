'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SavedReply } from '../draft'
import { forgetLocalCopy, readLocalCopy, type Unsent, writeLocalCopy } from '../unsent'

/** A pause in typing. */
const PAUSE_MS = 700
/** Who types without a pause is saved as often. */
const AT_LEAST_EVERY_MS = 4_000
const TRY_AGAIN_MS = 5_000
/** A send waits this long for a save that is under way. */
const SETTLE_MS = 2_000

type Known = { revision: number; text: string | null }
/** What another window made of this reply. Null words: it was sent or given up there. */
type Other = { words: Unsent | null; known: Known }

type AutosaveState = {
  status: 'none' | 'saved' | 'unsaved' | 'conflict'
  savedAt: number | null
  other: Other | null
  /** As the server found them in what it has. */
  promises: SavedReply['promises']
}

type AutosaveOptions = {
  agentId: string
  ticketId: string
  saved: SavedReply | null
  own: Unsent | null
  /** Words from elsewhere take the place of those in the box; null: there are none any more. */
  onFound: (found: Unsent | null) => void
}

const knownOf = (saved: SavedReply | null): Known => ({ revision: saved?.revision ?? 0, text: saved?.text ?? null })

/**
 * Keeps the agent's own text on the server while it is typed, and in this browser for as long as the server does not have
 * it. A save names the one before it; when another window was quicker, both texts are kept and the agent chooses.
 */
export function useAutosave({ agentId, ticketId, saved, own, onFound }: AutosaveOptions) {
  const [state, setState] = useState<AutosaveState>({
    status: saved ? 'saved' : 'none',
    savedAt: saved?.savedAt ?? null,
    other: null,
    promises: saved?.promises ?? [],
  })
  const known = useRef(knownOf(saved))
  const latest = useRef(own)
  const found = useRef(onFound)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const dirtySince = useRef<number | null>(null)
  const underWay = useRef<Promise<void> | null>(null)
  /** The words that the save under way carries. */
  const sending = useRef<string | null | undefined>(undefined)
  const looking = useRef<Promise<void> | null>(null)
  /** How often words from elsewhere have come into the box. */
  const finds = useRef(0)
  const isPaused = useRef(false)
  const hasLeft = useRef(false)
  const hasStarted = useRef(false)
  useEffect(() => {
    found.current = onFound
  })

  const isDirty = useCallback(() => (latest.current?.text ?? null) !== known.current.text, [])
  const clash = useCallback((other: Other) => {
    isPaused.current = true
    setState((old) => ({ ...old, status: 'conflict', other }))
  }, [])

  const save = useCallback(
    async (isLeaving = false): Promise<void> => {
      clearTimeout(timer.current)
      timer.current = undefined
      if (isPaused.current || !isDirty()) return
      if (underWay.current) return underWay.current
      const { text = null, base = null } = latest.current ?? {}
      const work = async (): Promise<void> => {
        const answer = await put(
          { ticketId, text, suggestionId: base?.id || null, rewriteId: base?.rewrite?.id ?? null, revision: known.current.revision },
          isLeaving,
        )
        if (answer === 'conflict') {
          const other = await get(ticketId)
          // Given up here, gone there: the same.
          if (other === null && latest.current === null) known.current = knownOf(null)
          else clash({ words: other, known: knownOf(other) })
          return
        }
        if (answer === null) throw new Error('The save did not get through.')
        known.current = { revision: text === null ? 0 : answer.revision, text }
        dirtySince.current = isDirty() ? Date.now() : null
        setState({ status: text === null ? 'none' : 'saved', savedAt: answer.savedAt, other: null, promises: answer.promises })
        if (!isDirty()) forgetLocalCopy(agentId, ticketId)
        else if (!isPaused.current) timer.current ??= setTimeout(() => void save(), hasLeft.current ? 0 : PAUSE_MS)
      }
      sending.current = text
      // What failed is still unsaved, and kept on this computer.
      const tryAgain = () => {
        setState((old) => ({ ...old, status: 'unsaved' }))
        // Without a connection the browser tells when there is one.
        if (navigator.onLine && !isPaused.current) timer.current ??= setTimeout(() => void save(), TRY_AGAIN_MS)
      }
      underWay.current = work()
        .catch(tryAgain)
        .finally(() => {
          underWay.current = null
          sending.current = undefined
        })
      await underWay.current
    },
    [agentId, ticketId, isDirty, clash],
  )

  /**
   * The page goes, perhaps with everything on it, while an earlier save is under way: the last words are sent after it, as what follows it. Should
   * they arrive first they are refused, and this browser still has them.
   */
  const saveLast = useCallback(() => {
    if (!underWay.current) return save(true)
    if (isPaused.current || !isDirty() || latest.current?.text === sending.current) return
    const { text = null, base = null } = latest.current ?? {}
    const revision = sending.current === null ? 0 : known.current.revision + 1
    void put({ ticketId, text, suggestionId: base?.id || null, rewriteId: base?.rewrite?.id ?? null, revision }, true)
  }, [ticketId, save, isDirty])

  // What this browser kept, after the first paint: the server does not know of it. First, or the next effect would tidy it away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the page came with
  useEffect(() => {
    const copy = readLocalCopy(agentId, ticketId)
    if (!copy || copy.text === known.current.text) return
    const { revision, text } = known.current
    // Or the save that was under way when the page went has come through.
    const isNext = copy.after !== undefined && copy.after === text && copy.revision + 1 === revision
    if (copy.revision === revision || isNext) found.current(copy)
    else clash({ words: copy, known: known.current })
  }, [])

  // The words have changed.
  useEffect(() => {
    latest.current = own
    clearTimeout(timer.current)
    timer.current = undefined
    const isFirst = !hasStarted.current
    hasStarted.current = true
    if (isFirst) return
    if (!isDirty()) {
      dirtySince.current = null
      if (!underWay.current) forgetLocalCopy(agentId, ticketId)
      return
    }
    if (own) writeLocalCopy(agentId, ticketId, { ...own, revision: known.current.revision, after: sending.current ?? undefined })
    else forgetLocalCopy(agentId, ticketId)
    dirtySince.current ??= Date.now()
    const left = AT_LEAST_EVERY_MS - (Date.now() - dirtySince.current)
    timer.current = setTimeout(() => void save(), Math.max(0, Math.min(PAUSE_MS, left)))
  }, [own, agentId, ticketId, isDirty, save])

  // The page was read again, or the window has come to the front: another window may have written.
  const lookAt = useCallback(
    (there: SavedReply | null) => {
      if (isPaused.current || underWay.current || isDirty() || (there?.revision ?? 0) === known.current.revision) return
      known.current = knownOf(there)
      setState({ status: there ? 'saved' : 'none', savedAt: there?.savedAt ?? null, other: null, promises: there?.promises ?? [] })
      finds.current++
      found.current(there)
    },
    [isDirty],
  )
  const look = useCallback(() => {
    const before = known.current
    looking.current = get(ticketId).then(
      // A save of our own may have been quicker: what was read then is older than it.
      (there) => (known.current === before ? lookAt(there) : undefined),
      () => undefined,
    )
  }, [ticketId, lookAt])
  useEffect(() => {
    // A page that was read before our own first save knows nothing of it.
    if (saved && saved.revision > known.current.revision) lookAt(saved)
  }, [saved, lookAt])
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') look()
    }
    const onOnline = () => void save()
    const onHide = () => void saveLast()
    hasLeft.current = false
    // The page itself may be older than the last save: the router keeps pages to go back to, and fetches some ahead.
    look()
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('online', onOnline)
    window.addEventListener('pagehide', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('online', onOnline)
      window.removeEventListener('pagehide', onHide)
      hasLeft.current = true
      void save(true)
    }
  }, [save, saveLast, look])

  return useMemo(
    () => ({
      ...state,
      /**
       * Before a send: no save may come after it and bring the text back.
       * @returns true where words from elsewhere have just come into the box: nobody has read them, so nothing is paused and nothing may be sent
       */
      pause: async (): Promise<boolean> => {
        const before = finds.current
        await withinReason(looking.current)
        if (finds.current !== before) return true
        isPaused.current = true
        clearTimeout(timer.current)
        await withinReason(underWay.current)
        return false
      },
      /** It was sent: nothing is left to keep. */
      done: () => forgetLocalCopy(agentId, ticketId),
      /** It was not sent. */
      goOn: () => {
        isPaused.current = false
        void save()
      },
      choose: (which: 'mine' | 'other') => {
        const { other } = state
        if (!other) return
        known.current = other.known
        isPaused.current = false
        setState((old) => ({ ...old, status: 'unsaved', other: null }))
        if (which === 'other') {
          latest.current = other.words
          found.current(other.words)
        }
        // What this browser still kept may be the words that were just given up.
        if (latest.current && isDirty()) writeLocalCopy(agentId, ticketId, { ...latest.current, revision: known.current.revision })
        else forgetLocalCopy(agentId, ticketId)
        void save()
      },
    }),
    [state, agentId, ticketId, isDirty, save],
  )
}

function withinReason(work: Promise<void> | null): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, SETTLE_MS))])
}

type Answer = Pick<SavedReply, 'revision' | 'savedAt' | 'promises'>

/** Null: it did not get through. */
async function put(body: object, keepalive: boolean): Promise<Answer | 'conflict' | null> {
  try {
    const response = await fetch('/api/replies/draft', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      keepalive,
    })
    if (response.status === 409) return 'conflict'
    if (!response.ok) return null
    const saved = (await response.json()) as Omit<Answer, 'savedAt'> & { savedAt: string }
    return { ...saved, savedAt: Date.parse(saved.savedAt) }
  } catch {
    return null
  }
}

/** @throws when it did not get through */
async function get(ticketId: string): Promise<SavedReply | null> {
  const response = await fetch(`/api/replies/draft?ticketId=${ticketId}`)
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return (await response.json()) as SavedReply | null
}
