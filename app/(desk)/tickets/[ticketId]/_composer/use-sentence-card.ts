'use client'

import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useReplyState } from '../reply-context'
import { elementAt, rectAt } from './caret-rect'
import type { Asked } from './sentence-card'

/** The mouse only passes over what it leaves sooner. */
const REST_MS = 250

/**
 * Which sentence is lit, and what the card beside it shows: by the mouse resting on a sentence that no rule supports, by a
 * click on a citation, by a key at the caret.
 */
export function useSentenceCard(box: RefObject<HTMLTextAreaElement | null>, marks: RefObject<HTMLDivElement | null>) {
  const { placed, lit, setLit, base } = useReplyState()
  const [asked, setAsked] = useState<Asked | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const at = useRef<() => DOMRect | undefined>(() => undefined)
  const anchor = useRef({ getBoundingClientRect: () => at.current() ?? new DOMRect() })
  useEffect(() => () => clearTimeout(rest.current), [])

  const sentenceOf = (element: HTMLElement | null) => (element?.dataset.sentence ? Number(element.dataset.sentence) : null)
  const ask = (next: Asked, where: () => DOMRect | undefined) => {
    at.current = where
    setAsked(next)
  }
  const unpin = () => setAsked((old) => (old?.isPinned ? old : null))

  const lightAt = (event: MouseEvent) => {
    const element = elementAt(marks.current, '[data-sentence]', event)
    const index = sentenceOf(element)
    if (index === (lit?.kind === 'sentence' ? lit.index : null)) return
    clearTimeout(rest.current)
    unpin()
    setLit(index === null ? null : { kind: 'sentence', index })
    const sentence = placed.find((each) => each.index === index)?.sentence
    if (!element || !sentence || sentence.isSupported) return
    const { clientX, clientY } = event
    const line = [...element.getClientRects()].find(({ top, bottom }) => clientY >= top && clientY <= bottom)
    rest.current = setTimeout(
      () => ask({ position: null, index, isPinned: false }, () => line && new DOMRect(clientX, line.top, 0, line.height)),
      REST_MS,
    )
  }
  const leave = () => {
    clearTimeout(rest.current)
    unpin()
    setLit(null)
  }
  const openAt = (event: MouseEvent) => {
    const chip = elementAt(marks.current, '[data-citation]', event)
    if (!chip) return setAsked(null)
    const sentence = chip.closest<HTMLElement>('[data-sentence]')
    ask({ position: Number(chip.dataset.citation), index: sentenceOf(sentence), isPinned: true }, () => chip.getBoundingClientRect())
  }

  const caret = () => box.current?.selectionStart ?? -1
  const hereOf = (place: number) => placed.find(({ start, end }) => place >= start && place <= end)
  const lightCaret = () => {
    const here = hereOf(caret())
    setLit(here ? { kind: 'sentence', index: here.index } : null)
  }
  /** The rule, or the reason, of the sentence that the caret stands in. */
  const toggleAtCaret = () => {
    if (asked) return setAsked(null)
    const here = hereOf(caret())
    const hasRule =
      here && (here.sentence.support || here.sentence.citations.some((n) => base?.rules.some(({ position }) => position === n)))
    if (!here || (!hasRule && here.sentence.isSupported)) return
    ask({ position: null, index: here.index, isPinned: true }, () => (marks.current && rectAt(marks.current, here.start)) ?? undefined)
  }
  return { asked, anchor, close: () => setAsked(null), lightAt, leave, openAt, lightCaret, toggleAtCaret }
}
