'use client'

import { useEffect, useRef } from 'react'
import { forgetKept, listKept, readKept, writeKept } from '../kept'
import type { Unsent } from '../unsent'
import { type History, replacedText } from './reply-history'

/** Of so many tickets an agent; of the others nobody remembers that there was a text. */
const MAX_KEPT = 20

const allOf = (agentId: string) => `replaced-reply:${agentId}:`
const nameOf = (agentId: string, ticketId: string) => `${allOf(agentId)}${ticketId}`

type Replaced = Unsent & { at: number }

function isReplaced(value: unknown): value is Replaced {
  return (
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'base' in value && 'at' in value
  )
}

type ReplacedOptions = { agentId: string; ticketId: string; history: History; onRecalled: (text: Unsent) => void }

/**
 * The history of a text lives as long as its page, but the agent's own words that a draft or a rewrite has taken the place of may be the work of ten
 * minutes: the last of them stay in this browser, and after a reload they are a step back.
 */
export function useReplaced({ agentId, ticketId, history, onRecalled }: ReplacedOptions): void {
  const recalled = useRef(onRecalled)
  useEffect(() => {
    recalled.current = onRecalled
  })
  // After the first paint: the server does not know of it.
  useEffect(() => {
    const kept = readKept(nameOf(agentId, ticketId))
    if (isReplaced(kept)) recalled.current({ text: kept.text, base: kept.base })
  }, [agentId, ticketId])
  const replaced = replacedText(history)
  useEffect(() => {
    if (replaced) keep(agentId, ticketId, replaced)
  }, [agentId, ticketId, replaced])
}

function keep(agentId: string, ticketId: string, { text, base }: Unsent): void {
  writeKept(nameOf(agentId, ticketId), { text, base, at: Date.now() } satisfies Replaced)
  const names = listKept(allOf(agentId))
  if (names.length <= MAX_KEPT) return
  const ageOf = (name: string) => {
    const kept = readKept(name)
    return isReplaced(kept) ? kept.at : 0
  }
  for (const name of names.sort((one, other) => ageOf(one) - ageOf(other)).slice(0, -MAX_KEPT)) forgetKept(name)
}

/** It was sent: what it replaced is history. */
export function forgetReplaced(agentId: string, ticketId: string): void {
  forgetKept(nameOf(agentId, ticketId))
}
