'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '../../_components/button'
import { Input } from '../../_components/input'
import { Popover, PopoverContent, PopoverTrigger } from '../../_components/popover'

type BulkDeedProps = {
  name: string
  ask: string
  /** Labels that there are; with them the deed needs a text. */
  choices?: string[]
  maxLength?: number
  onConfirm: (text: string) => void
  /** What there is to know before, made when it is asked for. */
  children?: ReactNode
}

/** One thing that can be done to the chosen rules, asked once more before it is. */
export function BulkDeed({ name, ask, choices, maxLength, onConfirm, children }: BulkDeedProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const listId = `labels-${maxLength ?? 0}`
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="quiet" size="small">
          {name}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" side="top" aria-label={ask}>
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (choices && text.trim() === '') return
            setOpen(false)
            onConfirm(text.trim())
          }}
        >
          <p className="text-ink-2 text-sm leading-5">{ask}</p>
          {children}
          {choices && (
            <>
              <Input aria-label={name} list={listId} value={text} maxLength={maxLength} onChange={(event) => setText(event.target.value)} />
              <datalist id={listId}>
                {choices.map((choice) => (
                  <option key={choice} value={choice} />
                ))}
              </datalist>
            </>
          )}
          <Button type="submit" variant="go" size="small" className="self-start" disabled={choices && text.trim() === ''}>
            {name}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  )
}
