import { type RefObject, useEffect, useRef } from 'react'

type Dismissable = {
  /** What opens it, and closes it by itself. */
  trigger: RefObject<HTMLElement | null>
  /** Only Escape dismisses it. */
  staysOpen: boolean
  /** @param isLeft whether the person has gone on to something else: then the focus is theirs */
  onDismiss: (isLeft: boolean) => void
}

/** What lies over the screen, the topmost last: Escape is for that one alone. */
const layers: object[] = []

/**
 * Ends what floats over the screen: with Escape, by a press outside of it, or when the focus goes elsewhere.
 * @returns what its element must hear. What is inside is what React has inside: also a menu that was opened from it.
 */
export function useDismiss(wishes: Dismissable) {
  const latest = useRef(wishes)
  const pressedInside = useRef(false)
  const focusedInside = useRef(false)
  useEffect(() => {
    latest.current = wishes
  })
  useEffect(() => {
    const layer = {}
    layers.push(layer)
    // A finger that goes down may be about to scroll: it has pressed once it clicks.
    let isFingerDown = false
    const leave = ({ target }: Event) => {
      const { staysOpen, trigger, onDismiss } = latest.current
      if (!staysOpen && !trigger.current?.contains(target as Node)) onDismiss(true)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || layers.at(-1) !== layer) return
      event.preventDefault()
      latest.current.onDismiss(false)
    }
    const onPointerDown = (event: PointerEvent) => {
      const isOutside = !pressedInside.current
      pressedInside.current = false
      isFingerDown = isOutside && event.pointerType === 'touch'
      if (isOutside && !isFingerDown) leave(event)
    }
    const onClick = (event: MouseEvent) => {
      if (isFingerDown) leave(event)
      isFingerDown = false
    }
    const onPointerCancel = () => {
      isFingerDown = false
    }
    const onFocusIn = (event: FocusEvent) => {
      const isOutside = !focusedInside.current
      focusedInside.current = false
      if (isOutside) leave(event)
    }
    // Escape and a finger's click on the way down, before what they meet can open something new.
    document.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('click', onClick, { capture: true })
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('pointercancel', onPointerCancel)
    document.addEventListener('focusin', onFocusIn)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      document.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('click', onClick, { capture: true })
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('pointercancel', onPointerCancel)
      document.removeEventListener('focusin', onFocusIn)
    }
  }, [])
  return {
    onPointerDownCapture: () => {
      pressedInside.current = true
    },
    onFocusCapture: () => {
      focusedInside.current = true
    },
  }
}
