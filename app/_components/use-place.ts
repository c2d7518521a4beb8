import { type RefObject, useLayoutEffect } from 'react'
import { type Beside, placeBeside } from './place-beside'

/** What something floats beside: an element, or a place in a text that only its owner can tell. */
export type Anchor = { getBoundingClientRect: () => DOMRect }

/**
 * Keeps a box, whose position is `fixed`, beside its anchor for as long as it is there. Asked in every frame and not at some event: an anchor moves also
 * because a strip appears above it or a text grows, of which nobody says a word.
 */
export function usePlace(box: RefObject<HTMLElement | null>, anchor: RefObject<Anchor | null>, { side, align }: Beside): void {
  useLayoutEffect(() => {
    let frame = 0
    const follow = () => {
      frame = requestAnimationFrame(follow)
      if (!box.current || !anchor.current) return
      const { offsetWidth: width, offsetHeight: height, style } = box.current
      const { clientWidth, clientHeight } = document.documentElement
      const view = { width: clientWidth, height: clientHeight }
      const { left, top } = placeBeside(anchor.current.getBoundingClientRect(), { width, height }, view, { side, align })
      if (style.left !== `${left}px`) style.left = `${left}px`
      if (style.top !== `${top}px`) style.top = `${top}px`
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [box, anchor, side, align])
}
