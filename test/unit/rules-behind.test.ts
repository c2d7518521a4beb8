import { describe, expect, it } from 'vitest'
import { type Draft, rulesBehind } from '@/app/(desk)/tickets/[ticketId]/draft'

const rule = (position: number, part: { used: boolean; cited: boolean }): Draft['rules'][number] => ({
  position,
  id: `rule-${position}`,
  version: 1,
  title: `Rule ${position}`,
  answer: '',
  score: 0.5,
  ...part,
})

describe('the rules behind a draft', () => {
  const rules = [rule(1, { used: true, cited: false }), rule(2, { used: true, cited: true }), rule(3, { used: false, cited: false })]
  it.each([
    ['model', [1, 2]],
    ['extractive', [2]],
  ] as const)('%s: those its words come from', (rung, positions) => {
    expect(rulesBehind({ rung, rules }).map(({ position }) => position)).toEqual(positions)
  })
})
