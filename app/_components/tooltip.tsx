'use client'

import { type PointerEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Kbd } from './kbd'
import type { Side } from './place-beside'
import { Slot } from './slot'
import { usePlace } from './use-place'

type TooltipProps = { label: string; keys?: string; side?: Side; children: ReactNode }

/** The mouse only passes over what it leaves sooner. */
const REST_MS = 300
/** So long the mouse may take from the icon to the name, to read it where the icon is in the way. */
const LEAVE_MS = 120

/** Takes away the one that is shown: there is room for one name at a time. */
let hideOther = () => {}

/** A name for an icon, while the mouse rests on it or the keyboard is at it. The icon carries its own `aria-label`; this is for the eye. */
export function Tooltip({ label, keys, side = 'top', children }: TooltipProps) {
  const id = useId()
  const [isShown, setShown] = useState(false)
  const icon = useRef<HTMLElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const hide = () => {
    clearTimeout(timer.current)
    setShown(false)
  }
  const show = () => {
    clearTimeout(timer.current)
    hideOther()
    hideOther = hide
    setShown(true)
  }
  const later = (deed: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(deed, ms)
  }
  const leave = () => later(hide, LEAVE_MS)
  return (
    <>
      <Slot
        ref={icon}
        aria-describedby={isShown ? id : undefined}
        onPointerEnter={(event: PointerEvent) => event.pointerType !== 'touch' && later(show, REST_MS)}
        onPointerLeave={leave}
        onPointerDown={hide}
        onClick={hide}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show()}
        onBlur={hide}
      >
        {children}
      </Slot>
      {isShown && (
        <Tip id={id} icon={icon} side={side} onHide={hide} onStay={() => clearTimeout(timer.current)} onLeave={leave}>
          {label}
          {keys && <Kbd>{keys}</Kbd>}
        </Tip>
      )}
    </>
  )
}

type TipProps = {
  id: string
  icon: RefObject<HTMLElement | null>
  side: Side
  onHide: () => void
  onStay: () => void
  onLeave: () => void
  children: ReactNode
}

function Tip({ id, icon, side, onHide, onStay, onLeave, children }: TipProps) {
  const box = useRef<HTMLDivElement>(null)
  usePlace(box, icon, { side, align: 'center' })
  const hide = useRef(onHide)
  useEffect(() => {
    // Escape is for whatever else it means as well: a name takes no key from anybody.
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && hide.current()
    const onScroll = ({ target }: Event) => target instanceof Node && target.contains(icon.current) && hide.current()
    document.addEventListener('keydown', onKeyDown, { capture: true })
    document.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true })
      document.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [icon])
  return createPortal(
    <div
      ref={box}
      id={id}
      role="tooltip"
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
      className="float-in fixed top-0 left-0 z-50 flex items-center gap-2 rounded-md border border-line-strong bg-pane px-2 py-1 text-ink text-xs shadow-float"
    >
      {children}
    </div>,
    document.body,
  )
}
