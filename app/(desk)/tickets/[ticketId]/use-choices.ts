'use client'

import { useState } from 'react'

export type Choices = { agents: { id: string; name: string }[]; tags: string[] }

/** Agents and tags to choose from, read when a list of them is opened, and again at each opening: somebody may be new. */
export function useChoices() {
  const [choices, setChoices] = useState<Choices | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const load = async () => {
    setFailed(false)
    try {
      const response = await fetch('/tickets/choices')
      if (!response.ok) throw new Error(`The choices answered ${response.status}.`)
      setChoices(await response.json())
    } catch {
      // What was read before is still good enough to choose from.
      setFailed(true)
    }
  }
  return { choices, hasFailed, load: () => void load() }
}
