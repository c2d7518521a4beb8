'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { SavedRewrite } from '@/lib/suggestions/save-rewrite'
import type { RewriteAction } from '@/prisma/generated/enums'
import type { Problem } from '../../../../_doors/attempt'
import type { Draft } from '../draft'
import { useReplyState } from '../reply-context'
import { wholeWords } from './whole-words'

export type RewriteFailure =
  | { kind: 'cause'; action: RewriteAction; cause: string }
  | { kind: 'problem'; code: Problem['code'] }
  | { kind: 'stopped' }

const loadPostForEvents = () => import('../../../../_doors/post-for-events')

/** The words a model is putting into the box at an agent's wish; one wish at a time. */
export function useRewrite(ticketId: string) {
  const { text, base, put, showWriting } = useReplyState()
  const [action, setAction] = useState<RewriteAction | null>(null)
  const [failure, setFailure] = useState<RewriteFailure | null>(null)
  const [done, setDone] = useState<RewriteAction | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => {
    // After the page: most replies are sent as they are. Now already, since the connection may be gone by then.
    loadPostForEvents().catch(() => undefined)
    return () => running.current?.abort()
  }, [])

  const run = async (wanted: RewriteAction, instruction = ''): Promise<boolean> => {
    if (running.current) return false
    const mine = new AbortController()
    running.current = mine
    setAction(wanted)
    setFailure(null)
    setDone(null)
    showWriting(text)
    let result: SavedRewrite | null = null
    const asked = { ticketId, action: wanted, instruction, text, suggestionId: base?.id || null }
    const onEvent = (event: string, data: unknown) => {
      if (event === 'text') showWriting(wholeWords((data as { text: string }).text))
      if (event === 'result') result = data as SavedRewrite
    }
    const problem = await loadPostForEvents().then(
      ({ postForEvents }) => postForEvents('/api/replies/rewrite', asked, { signal: mine.signal, onEvent }),
      (): Problem => ({ code: 'offline' }),
    )
    running.current = undefined
    setAction(null)
    showWriting(null)
    const made = result as SavedRewrite | null
    if (made?.status === 'ready') {
      put({ text: made.text, base: withRewrite(base, made), by: 'rewrite', caretAt: made.text.length })
      setDone(wanted)
      return true
    }
    if (mine.signal.aborted) setFailure({ kind: 'stopped' })
    else if (made?.cause) setFailure({ kind: 'cause', action: wanted, cause: made.cause })
    else setFailure({ kind: 'problem', code: problem?.code ?? 'offline' })
    return false
  }
  const stop = useCallback(() => running.current?.abort(), [])
  return { run, stop, action, failure, done, forget: () => setFailure(null) }
}

/** The draft with what was made of it; of no draft, one that has the rewrite's own rules. */
function withRewrite(base: Draft | null, { id, action, text, sentences, rules, model, ms }: SavedRewrite): Draft {
  const own: Draft = {
    id: '',
    status: 'ready',
    rung: 'model',
    text,
    cause: null,
    model,
    ms,
    startedAt: null,
    sentences,
    rules: rules.map(({ ruleId, version, title, answer, score, position }) => ({
      ...{ id: ruleId, version, title, answer, score, position, used: true },
      cited: sentences.some(({ citations }) => citations.includes(position)),
    })),
  }
  return { ...(base ?? own), status: 'ready', text, model, ms, sentences, rewrite: { id, action } }
}
