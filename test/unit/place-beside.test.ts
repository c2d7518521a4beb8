import { describe, expect, it } from 'vitest'
import { type Beside, placeBeside } from '@/app/_components/place-beside'

const view = { width: 1000, height: 600 }
const anchorAt = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 20 })
const size = { width: 200, height: 80 }

describe('the place of what floats', () => {
  it.each<[Beside, { left: number; top: number }]>([
    [
      { side: 'bottom', align: 'start' },
      { left: 400, top: 326 },
    ],
    [
      { side: 'bottom', align: 'center' },
      { left: 350, top: 326 },
    ],
    [
      { side: 'bottom', align: 'end' },
      { left: 300, top: 326 },
    ],
    [
      { side: 'top', align: 'start' },
      { left: 400, top: 214 },
    ],
    [
      { side: 'right', align: 'start' },
      { left: 506, top: 300 },
    ],
    [
      { side: 'right', align: 'end' },
      { left: 506, top: 240 },
    ],
    [
      { side: 'left', align: 'center' },
      { left: 194, top: 270 },
    ],
  ])('is beside its anchor as wished where there is room: %o', (wish, place) => {
    expect(placeBeside(anchorAt(400, 300), size, view, wish)).toEqual(place)
  })

  it('is at the other side where only that has room', () => {
    expect(placeBeside(anchorAt(400, 560), size, view, { side: 'bottom', align: 'start' }).top).toBe(560 - 6 - 80)
    expect(placeBeside(anchorAt(400, 10), size, view, { side: 'top', align: 'start' }).top).toBe(36)
    expect(placeBeside(anchorAt(880, 300), size, view, { side: 'right', align: 'start' }).left).toBe(880 - 6 - 200)
    expect(placeBeside(anchorAt(20, 300), size, view, { side: 'left', align: 'start' }).left).toBe(126)
  })

  it('stays at the wished side where neither has room and that has more', () => {
    const high = { width: 200, height: 500 }
    expect(placeBeside(anchorAt(400, 200), high, view, { side: 'bottom', align: 'start' }).top).toBe(600 - 500 - 8)
    expect(placeBeside(anchorAt(400, 400), high, view, { side: 'bottom', align: 'start' }).top).toBe(8)
  })

  it('lies in the window, whatever the anchor', () => {
    expect(placeBeside(anchorAt(940, 300), size, view, { side: 'bottom', align: 'start' }).left).toBe(1000 - 200 - 8)
    expect(placeBeside(anchorAt(-50, 300), size, view, { side: 'bottom', align: 'end' }).left).toBe(8)
    // Wider than the window: its beginning is seen.
    expect(placeBeside(anchorAt(400, 300), { width: 1200, height: 80 }, view, { side: 'bottom', align: 'center' }).left).toBe(8)
  })
})
