'use client'

import { Check } from 'lucide-react'
import { Popover as Parts, Slot } from 'radix-ui'
import { type ComponentProps, createContext, type ReactNode, type RefObject, useContext, useId, useMemo, useRef, useState } from 'react'
import { cn } from './cn'
import { keepFocus } from './keep-focus'
import { moveInMenu } from './move-in-menu'

type Opening = 'first' | 'last' | null
type MenuState = {
  triggerId: string
  /** The item that has the focus when the menu opens; a pointer that opens it wants none. */
  opensAt: RefObject<Opening>
  setOpen: (isOpen: boolean) => void
}

const MenuContext = createContext<MenuState | null>(null)

function useMenu(): MenuState {
  const menu = useContext(MenuContext)
  if (!menu) throw new Error('This is a part of a Menu.')
  return menu
}

/**
 * A button that opens a list of deeds (WAI-ARIA menu button). Of Radix only the floating box: its own menu would be 9 KB more of scripts on every
 * screen. Not modal: the page behind stays reachable.
 */
export function Menu({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const triggerId = useId()
  const opensAt = useRef<Opening>(null)
  const menu = useMemo(() => ({ triggerId, opensAt, setOpen }), [triggerId])
  return (
    <MenuContext value={menu}>
      <Parts.Root open={isOpen} onOpenChange={setOpen}>
        {children}
      </Parts.Root>
    </MenuContext>
  )
}

export function MenuTrigger(props: ComponentProps<typeof Parts.Trigger>) {
  const { triggerId, opensAt, setOpen } = useMenu()
  return (
    <Parts.Trigger
      id={triggerId}
      aria-haspopup="menu"
      // A click that no pointer made has no detail.
      onClick={({ detail }) => {
        opensAt.current = detail === 0 ? 'first' : null
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        opensAt.current = event.key === 'ArrowDown' ? 'first' : 'last'
        setOpen(true)
      }}
      {...props}
    />
  )
}

export function MenuContent({ className, ...props }: ComponentProps<typeof Parts.Content>) {
  const { triggerId, opensAt } = useMenu()
  const typed = useRef({ text: '', at: 0 })
  return (
    <Parts.Portal>
      <Parts.Content
        role="menu"
        aria-labelledby={triggerId}
        aria-orientation="vertical"
        sideOffset={6}
        collisionPadding={8}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          typed.current = { text: '', at: 0 }
          const box = event.currentTarget as HTMLElement
          const items = box.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')
          const wanted = opensAt.current === null ? box : items[opensAt.current === 'first' ? 0 : items.length - 1]
          wanted?.focus({ preventScroll: true })
        }}
        onCloseAutoFocus={keepFocus}
        onKeyDown={(event) => moveInMenu(event, typed.current)}
        className={cn('float-in z-50 min-w-48 rounded-md border border-line-strong bg-pane p-1 shadow-float outline-none', className)}
        {...props}
      />
    </Parts.Portal>
  )
}

const item =
  'flex h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 text-sm text-ink outline-none focus:bg-sunk aria-disabled:text-ink-3 [&_svg]:size-4 [&_svg]:text-ink-3'

type ItemProps = Omit<ComponentProps<'div'>, 'onSelect'> & { asChild?: boolean; disabled?: boolean; onSelect?: () => void }

export function MenuItem({ asChild, disabled = false, onSelect, className, ...props }: ItemProps) {
  const { setOpen } = useMenu()
  const Part = asChild ? Slot.Root : 'div'
  return (
    <Part
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      onPointerMove={({ currentTarget }) => disabled || currentTarget.focus({ preventScroll: true })}
      onPointerLeave={({ currentTarget }) => currentTarget.closest<HTMLElement>('[role="menu"]')?.focus({ preventScroll: true })}
      onClick={() => {
        if (disabled) return
        onSelect?.()
        setOpen(false)
      }}
      className={cn(item, className)}
      {...props}
    />
  )
}

type Choice = { value: string; onValueChange: (value: string) => void }
const ChoiceContext = createContext<Choice>({ value: '', onValueChange: () => undefined })

export function MenuRadioGroup({ value, onValueChange, children }: Choice & { children: ReactNode }) {
  const choice = useMemo(() => ({ value, onValueChange }), [value, onValueChange])
  return (
    <ChoiceContext value={choice}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu */}
      <div role="group">{children}</div>
    </ChoiceContext>
  )
}

export function MenuRadioItem({ value, children, ...props }: ItemProps & { value: string }) {
  const choice = useContext(ChoiceContext)
  const isChosen = choice.value === value
  return (
    <MenuItem role="menuitemradio" aria-checked={isChosen} onSelect={() => choice.onValueChange(value)} {...props}>
      <span className="grid size-4 place-items-center">{isChosen && <Check />}</span>
      {children}
    </MenuItem>
  )
}

export function MenuLabel({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('px-2 pt-1.5 pb-1 text-ink-3 text-xs', className)} {...props} />
}

export function MenuSeparator() {
  return <hr className="-mx-1 my-1 h-px border-0 bg-line" />
}
