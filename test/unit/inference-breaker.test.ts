import { describe, expect, it } from 'vitest'
import { Breaker } from '@/lib/inference/breaker'

function breakerAt(start = 0) {
  const clock = { now: start }
  return { clock, breaker: new Breaker({ threshold: 3, openMs: 5_000, maxOpenMs: 12_000, now: () => clock.now }) }
}

function fail(breaker: Breaker, times: number) {
  for (let i = 0; i < times; i++) {
    expect(breaker.tryEnter()).toBe(true)
    breaker.failure()
  }
}

describe('the circuit breaker', () => {
  it('stays closed while failures are not in a row', () => {
    const { breaker } = breakerAt()
    fail(breaker, 2)
    breaker.success()
    fail(breaker, 2)
    expect(breaker.isOpen).toBe(false)
  })

  it('opens after three failures in a row and lets nobody in', () => {
    const { breaker } = breakerAt()
    fail(breaker, 3)
    expect(breaker.isOpen).toBe(true)
    expect(breaker.tryEnter()).toBe(false)
  })

  it('lets exactly one call try after its time', () => {
    const { breaker, clock } = breakerAt()
    fail(breaker, 3)
    clock.now = 5_000
    expect(breaker.tryEnter()).toBe(true)
    expect(breaker.tryEnter()).toBe(false)
    breaker.success()
    expect(breaker.tryEnter()).toBe(true)
    expect(breaker.tryEnter()).toBe(true)
  })

  it('stays open twice as long after a failed try, up to its limit', () => {
    const { breaker, clock } = breakerAt()
    fail(breaker, 3)
    clock.now = 5_000
    fail(breaker, 1)
    clock.now = 14_999
    expect(breaker.isOpen).toBe(true)
    clock.now = 15_000
    fail(breaker, 1)
    clock.now = 27_000
    expect(breaker.isOpen).toBe(false)
  })

  it('is asked again at once when the try told nothing', () => {
    const { breaker, clock } = breakerAt()
    fail(breaker, 3)
    clock.now = 5_000
    expect(breaker.tryEnter()).toBe(true)
    breaker.release()
    expect(breaker.tryEnter()).toBe(true)
  })
})
