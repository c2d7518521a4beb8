import { type KeyboardEvent, useState } from 'react'

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  PageDown: (at) => at + 7,
  PageUp: (at) => at - 7,
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * The columns of a chart as one stop of the Tab key, with the arrow keys from one to the next. `active` is the one that is pointed at or focused,
 * and null when none is.
 */
export function useColumns(count: number) {
  const [stop, setStop] = useState(count - 1)
  const [active, setActive] = useState<number | null>(null)
  const last = count - 1
  const propsOf = (index: number) => ({
    // Read and not operated: the arrow keys only go from one to the next.
    role: 'img' as const,
    tabIndex: index === Math.min(stop, last) ? 0 : -1,
    onFocus: () => {
      setStop(index)
      setActive(index)
    },
    onBlur: () => setActive(null),
    onPointerEnter: () => setActive(index),
    onPointerLeave: () => setActive(null),
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
      const step = STEPS[event.key]
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      const columns = event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('[data-column]')
      columns?.[Math.max(0, Math.min(last, step(index, last)))]?.focus()
    },
    'data-column': index,
  })
  return { active, propsOf }
}
