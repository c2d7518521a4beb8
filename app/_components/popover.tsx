'use client'

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { cn } from './cn'
import type { Beside } from './place-beside'
import { Slot, useBothRefs } from './slot'
import { focusFirst, keepTabWithin } from './tabbable'
import { useDismiss } from './use-dismiss'
import { type Anchor, usePlace } from './use-place'

type PopoverState = {
  id: string
  isOpen: boolean
  setOpen: (isOpen: boolean) => void
  trigger: RefObject<HTMLElement | null>
  anchor: RefObject<Anchor | null>
}

const PopoverContext = createContext<PopoverState | null>(null)

function usePopover(): PopoverState {
  const popover = useContext(PopoverContext)
  if (!popover) throw new Error('This is a part of a Popover.')
  return popover
}

type PopoverProps = {
  /** Both, or neither: then it opens and closes by itself. */
  open?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** What it stands beside, where that is not its trigger. */
  anchor?: RefObject<Anchor | null>
  children: ReactNode
}

/**
 * A box that floats beside what opens it. Not modal: the page behind stays reachable, and to go there closes it. Escape closes it, too, and puts the focus
 * back where it came from.
 */
export function Popover({ open, onOpenChange, anchor, children }: PopoverProps) {
  const id = useId()
  const [isOpened, setOpened] = useState(false)
  const trigger = useRef<HTMLElement>(null)
  const isOpen = open ?? isOpened
  const popover = useMemo(
    () => ({ id, isOpen, setOpen: onOpenChange ?? setOpened, trigger, anchor: anchor ?? trigger }),
    [id, isOpen, onOpenChange, anchor],
  )
  return <PopoverContext value={popover}>{children}</PopoverContext>
}

type PartProps = ComponentProps<'button'> & { asChild?: boolean }

export function PopoverTrigger({ asChild, ref, onClick, ...props }: PartProps) {
  const { id, isOpen, setOpen, trigger } = usePopover()
  const both = useBothRefs<HTMLElement>(trigger, ref as PartRef)
  const parts = {
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    ...props,
    ref: both,
    onClick: (event: Click) => {
      onClick?.(event)
      if (!event.defaultPrevented) setOpen(!isOpen)
    },
  }
  return <Part asChild={asChild} {...parts} />
}

export function PopoverClose({ asChild, onClick, ...props }: PartProps) {
  const { setOpen } = usePopover()
  const close = (event: Click) => {
    onClick?.(event)
    if (!event.defaultPrevented) setOpen(false)
  }
  return <Part asChild={asChild} {...props} onClick={close} />
}

type Click = Parameters<NonNullable<ComponentProps<'button'>['onClick']>>[0]
type PartRef = ComponentProps<typeof Slot>['ref']

/** A button, or what stands in its place. */
function Part({ asChild, ...props }: PartProps) {
  return asChild ? <Slot {...(props as ComponentProps<typeof Slot>)} /> : <button type="button" {...props} />
}

type ContentProps = ComponentProps<'div'> &
  Partial<Beside> & {
    /** Whether it has the focus while it is open; otherwise that stays where it is. */
    takesFocus?: boolean
    /** Puts the focus somewhere else than on the first thing to be used. */
    onOpen?: (box: HTMLElement) => void
    /** Only Escape closes it. */
    staysOpen?: boolean
  }

export function PopoverContent({ className, ...props }: ContentProps) {
  return (
    <Floating
      className={cn(
        'float-in z-40 w-80 max-w-[calc(100vw-1rem)] rounded-md border border-line-strong bg-pane p-3 text-ink shadow-float focus-visible:outline-none',
        className,
      )}
      {...props}
    />
  )
}

/** The box of a popover, without looks. */
export function Floating(props: ContentProps) {
  const { isOpen } = usePopover()
  return isOpen ? createPortal(<FloatingBox {...props} />, document.body) : null
}

function FloatingBox({
  side = 'bottom',
  align = 'center',
  role = 'dialog',
  takesFocus = true,
  staysOpen = false,
  onOpen,
  onKeyDown,
  className,
  ...props
}: ContentProps) {
  const { id, anchor, trigger, setOpen } = usePopover()
  const box = useRef<HTMLDivElement>(null)
  const isLeft = useRef(false)
  const inside = useDismiss({
    trigger,
    staysOpen,
    onDismiss: (hasLeft) => {
      isLeft.current = hasLeft
      setOpen(false)
    },
  })
  usePlace(box, anchor, { side, align })

  const open = useRef(onOpen ?? focusFirst)
  // While it is made: a field that asks for the focus gets it before any effect.
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    const element = box.current
    if (!element || !takesFocus) return
    if (!element.contains(document.activeElement)) open.current(element)
    return () => {
      // With the box went the focus that was in it. Where it has been given to something else already, that has it.
      if (isLeft.current || (document.activeElement && document.activeElement !== document.body)) return
      const back = trigger.current ?? before
      if (back instanceof HTMLElement) back.focus({ preventScroll: true })
    }
  }, [takesFocus, trigger, before])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has the role that its caller gives it
    <div
      ref={box}
      id={id}
      role={role}
      tabIndex={-1}
      onKeyDown={(event) => {
        onKeyDown?.(event)
        if (!event.defaultPrevented) keepTabWithin(event)
      }}
      {...props}
      {...inside}
      className={cn('fixed top-0 left-0', className)}
    />
  )
}
