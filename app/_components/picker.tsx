'use client'

import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { cn } from './cn'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

export type PickerOption = {
  value: string
  label: string
  /** Words beside it that can be searched, too: a number, a time, a state. */
  hint?: string
  isChosen?: boolean
  lang?: string
}

type PickerProps = {
  /** What is picked; the name of the box and of the list. */
  label: string
  /** The button that opens it. */
  trigger: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  options: PickerOption[]
  onPick: (value: string) => void
  /** Several can be chosen: it stays open. */
  isMany?: boolean
  /** Makes an option of what was typed; `create` is how that is called. */
  onCreate?: (text: string) => void
  create?: (text: string) => string
  /** For options that a server finds; otherwise they are filtered here. */
  onQuery?: (query: string) => void
  /** What is said when there is nothing to pick. */
  empty: string
  /** Loading or failed: said in place of the empty list. */
  notice?: ReactNode
  maxLength?: number
  align?: 'start' | 'end'
  children?: ReactNode
}

/**
 * Opens, is typed into, picks with Enter: the one way in which anything is chosen from many (WAI-ARIA combobox with a
 * list). The focus stays in the box; the arrow keys walk the list.
 */
export function Picker(props: PickerProps) {
  const { label, trigger, isOpen, onOpenChange, align = 'start' } = props
  return (
    <Popover open={isOpen} onOpenChange={onOpenChange}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent align={align} aria-label={label} className="w-80 max-w-[calc(100vw-1rem)] p-0">
        <PickerList {...props} />
      </PopoverContent>
    </Popover>
  )
}

const CREATE = ' create'

function PickerList({
  label,
  options,
  onPick,
  onOpenChange,
  isMany = false,
  onCreate,
  create,
  onQuery,
  empty,
  notice,
  maxLength,
  children,
}: PickerProps) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const wanted = query.trim().toLowerCase()
  const found = onQuery || !wanted ? options : options.filter((option) => matches(option, wanted))
  const canCreate = onCreate && wanted !== '' && !options.some((option) => option.value.toLowerCase() === wanted)
  const rows: PickerOption[] = canCreate ? [...found, { value: CREATE, label: create?.(query.trim()) ?? query.trim() }] : found
  const active = Math.min(at, rows.length - 1)
  const optionId = (index: number) => `${id}-${index}`

  const pick = (option: PickerOption | undefined) => {
    if (!option) return
    if (option.value === CREATE) onCreate?.(query.trim())
    else onPick(option.value)
    setQuery('')
    if (!isMany) onOpenChange(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      const next = (active + step + rows.length) % Math.max(rows.length, 1)
      setAt(next)
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      pick(rows[active])
    }
  }

  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={rows.length > 0 ? optionId(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={query}
        placeholder={label}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
          onQuery?.(event.target.value)
        }}
        onKeyDown={onKeyDown}
        className="h-9 w-full border-b bg-transparent px-3 text-sm outline-none"
      />
      <ul
        id={`${id}-list`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list one picks from, as the ARIA guide has it
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMany || undefined}
        className="pane-scroll max-h-64 p-1"
      >
        {rows.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: as above, by aria-activedescendant
          <li
            key={option.value}
            id={optionId(index)}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
            role="option"
            aria-selected={option.isChosen ?? false}
            lang={option.lang}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
            className={cn('flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm', index === active && 'bg-sunk')}
          >
            <span className="grid size-4 shrink-0 place-items-center">{option.isChosen && <Check className="size-4 text-ink-2" />}</span>
            <span className="min-w-0 grow truncate">{option.label}</span>
            {option.hint && <span className="shrink-0 text-ink-3 text-xs">{option.hint}</span>}
          </li>
        ))}
      </ul>
      {(notice || rows.length === 0) && (
        <div role="status" className="px-3 pt-0.5 pb-2.5 text-ink-3 text-sm">
          {notice ?? empty}
        </div>
      )}
      {children}
    </>
  )
}

function matches({ label, hint, value }: PickerOption, wanted: string): boolean {
  return [label, hint, value].some((text) => text?.toLowerCase().includes(wanted))
}
