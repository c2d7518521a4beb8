import type { Page } from 'playwright-core'

/**
 * Texts that an edge cuts off at the side, where nothing says so: no ellipsis, and no scrolling to the rest. In words that find the
 * element: its text, and its classes.
 */
export function findCutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const text = range.getBoundingClientRect()
      if (text.width === 0) continue
      for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around)
        const box = around.getBoundingClientRect()
        // Written for screen readers only: a box of one pixel.
        if (box.width <= 1 || style.clipPath !== 'none') break
        if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') break
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') break
        const isEdge = style.overflowX === 'hidden' || style.overflowX === 'clip' || around.tagName === 'BUTTON'
        if (isEdge && (text.right > box.right + 1 || text.left < box.left - 1)) {
          cut.push(`"${node.textContent.trim().slice(0, 60)}" in <${around.tagName.toLowerCase()} class="${around.getAttribute('class')}">`)
          break
        }
      }
    }
    return cut
  })
}
