'use client'

import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { cn } from '../_components/cn'
import { caretRect } from './caret-rect'

type Item = { id: string }

type CaretListProps<T extends Item> = {
  box: RefObject<HTMLTextAreaElement | null>
  /** Where in the text it stands. */
  at: number
  label: string
  items: T[]
  /** Read aloud, and shown where there is nothing to choose. */
  status: string
  children: (item: T) => ReactNode
  onChoose: (item: T) => void
  onClose: () => void
}

const WIDTH = 320
const MARGIN = 8

/**
 * A list at the caret of a text box, which keeps the focus: arrows choose, Enter and Tab take, Escape closes. It listens before everybody else, so
 * that Enter here never sends and Escape never leaves the box.
 */
export function CaretList<T extends Item>({ box, at, label, items, status, children, onChoose, onClose }: CaretListProps<T>) {
  const id = useId()
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number }>()
  const choice = Math.min(chosen, Math.max(0, items.length - 1))
  const latest = useRef({ items, choice, onChoose, onClose })
  useEffect(() => {
    latest.current = { items, choice, onChoose, onClose }
  })

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const put = () => {
      const { left, top, bottom } = caretRect(element, at)
      const isBelow = window.innerHeight - bottom > 300 || top < 300
      setPlace({
        left: Math.max(MARGIN, Math.min(left, window.innerWidth - WIDTH - MARGIN)),
        ...(isBelow ? { top: bottom + 4 } : { bottom: window.innerHeight - top + 4 }),
      })
    }
    put()
    window.addEventListener('resize', put)
    document.addEventListener('scroll', put, { capture: true, passive: true })
    return () => {
      window.removeEventListener('resize', put)
      document.removeEventListener('scroll', put, { capture: true })
    }
  }, [box, at])

  useEffect(() => {
    const element = box.current
    if (!element) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      const { items: all, choice: now, onChoose: take, onClose: close } = latest.current
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const item = all[now]
      if (step && all.length > 0) setChosen((now + step + all.length) % all.length)
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && item) take(item)
      else if (event.key === 'Escape') close()
      else return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // At the window, on the way down: nobody hears a key before.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [box])

  const activeId = items[choice] ? `${id}-${items[choice].id}` : null
  useEffect(() => {
    const element = box.current
    if (!element) return
    element.setAttribute('aria-autocomplete', 'list')
    element.setAttribute('aria-controls', id)
    if (activeId) element.setAttribute('aria-activedescendant', activeId)
    else element.removeAttribute('aria-activedescendant')
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) element.removeAttribute(name)
    }
  }, [box, id, activeId])

  if (!place) return null
  return createPortal(
    <div
      style={{ ...place, width: `min(${WIDTH}px, calc(100vw - ${2 * MARGIN}px))` }}
      className="float-in fixed z-50 rounded-md border border-line-strong bg-pane p-1 shadow-float"
    >
      <p role="status" className={items.length > 0 ? 'sr-only' : 'px-2 py-1.5 text-ink-3 text-sm'}>
        {status}
      </p>
      {/* The listbox is there also when empty: the text box names it. */}
      <div ref={list} id={id} role="listbox" aria-label={label} className="max-h-64 overflow-y-auto">
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text box, which has the focus
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === choice}
            onPointerMove={({ movementX, movementY }) => (movementX || movementY) && setChosen(index)}
            // The focus stays in the box.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
            className={cn('cursor-pointer rounded-sm px-2 py-1.5 text-sm leading-5', index === choice && 'bg-accent-bg')}
          >
            {children(item)}
          </div>
        ))}
      </div>
    </div>,
    document.body,
  )
}
