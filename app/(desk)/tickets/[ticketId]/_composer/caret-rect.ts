/** Where the letter at `offset` stands on the screen; `mirror` draws the same text as the box. Null beyond its end. */
export function rectAt(mirror: HTMLElement, offset: number): DOMRect | null {
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.collapse(true)
      return range.getClientRects()[0] ?? node.parentElement?.getBoundingClientRect() ?? null
    }
    left -= length
  }
  return null
}

/** The element under a point, among those that match; what draws the text lets the mouse through to the box. */
export function elementAt(
  root: HTMLElement | null,
  selector: string,
  { clientX, clientY }: { clientX: number; clientY: number },
): HTMLElement | null {
  const isHit = ({ left, right, top, bottom }: DOMRect) => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].find((element) => [...element.getClientRects()].some(isHit)) ?? null
}
