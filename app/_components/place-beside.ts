export type Side = 'top' | 'right' | 'bottom' | 'left'
export type Align = 'start' | 'center' | 'end'
export type Beside = { side: Side; align: Align }

type Box = { left: number; top: number; right: number; bottom: number }
type Size = { width: number; height: number }

const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }
/** Between what floats and what it belongs to. */
const GAP_PX = 6
/** Between what floats and the edge of the window. */
const MARGIN_PX = 8

/**
 * Where a box of this size stands beside an anchor: at the wished side, or at the opposite one where only that has room or more of it; along
 * that side as wished, but moved so far that it lies in the window.
 * @returns the upper left corner, in whole pixels of the window
 */
export function placeBeside(anchor: Box, size: Size, view: Size, wish: Beside): { left: number; top: number } {
  const room: Record<Side, number> = {
    ...{ top: anchor.top, bottom: view.height - anchor.bottom },
    ...{ left: anchor.left, right: view.width - anchor.right },
  }
  const isStacked = wish.side === 'top' || wish.side === 'bottom'
  const needed = (isStacked ? size.height : size.width) + GAP_PX + MARGIN_PX
  const other = OPPOSITE[wish.side]
  const side = room[wish.side] < needed && room[other] > room[wish.side] ? other : wish.side
  const beside = {
    ...{ top: anchor.top - GAP_PX - size.height, bottom: anchor.bottom + GAP_PX },
    ...{ left: anchor.left - GAP_PX - size.width, right: anchor.right + GAP_PX },
  }[side]
  const along = isStacked
    ? alongside(anchor.left, anchor.right, size.width, wish.align)
    : alongside(anchor.top, anchor.bottom, size.height, wish.align)
  const within = (at: number, length: number, whole: number) => Math.round(Math.max(MARGIN_PX, Math.min(at, whole - length - MARGIN_PX)))
  return {
    left: within(isStacked ? along : beside, size.width, view.width),
    top: within(isStacked ? beside : along, size.height, view.height),
  }
}

function alongside(start: number, end: number, length: number, align: Align): number {
  if (align === 'start') return start
  return align === 'end' ? end - length : (start + end - length) / 2
}
