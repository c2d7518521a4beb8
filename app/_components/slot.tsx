'use client'

import { Children, cloneElement, type HTMLAttributes, isValidElement, type Ref, useCallback } from 'react'

type SlotProps = HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> }
type Handler = (...args: unknown[]) => void

/** One ref for two that want the same element. */
export function useBothRefs<T>(one: Ref<T> | undefined, other: Ref<T> | undefined): (element: T | null) => void {
  return useCallback(
    (element: T | null) => {
      for (const ref of [one, other]) {
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }
    },
    [one, other],
  )
}

/** Both sets: handlers are called one after the other, the inner first; classes and styles are joined; of all else the inner one stays. */
export function mergeProps(outer: Record<string, unknown>, inner: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...outer, ...inner }
  for (const [name, own] of Object.entries(inner)) {
    const given = outer[name]
    if (given === undefined) continue
    if (own === undefined) merged[name] = given
    else if (/^on[A-Z]/.test(name) && typeof given === 'function' && typeof own === 'function') {
      merged[name] = (...args: unknown[]) => {
        ;(own as Handler)(...args)
        ;(given as Handler)(...args)
      }
    } else if (name === 'className') merged[name] = `${given} ${own}`
    else if (name === 'style') merged[name] = { ...given, ...own }
  }
  return merged
}

/**
 * Its one child, with these properties beside its own: how a button's looks or a menu's trigger come to be a link, or any other element (`asChild`).
 * @throws Error when there is not exactly one element
 */
export function Slot({ children, ref, ...props }: SlotProps) {
  // What the server sends may still be under way; `toArray` waits for it.
  const [child, ...others] = Children.toArray(children)
  if (!isValidElement<SlotProps>(child) || others.length > 0) throw new Error('One element is wanted here.')
  const both = useBothRefs(ref, child.props.ref)
  return cloneElement(child, { ...mergeProps(props, child.props as Record<string, unknown>), ref: both })
}
