'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { DoorState } from './form-state'

/** After an attempt with wrong fields one goes on in the first of them. Returns what the form is known by. */
export function useFirstProblem(state: DoorState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.error?.fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  return form
}
