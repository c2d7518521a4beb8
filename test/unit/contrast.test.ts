import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
)

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(ink: string, ground: string): number {
  const [low = 0, high = 0] = [luminance(ink), luminance(ground)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** What is written on what, anywhere on the screens. */
const WORDS = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) => ['bg', 'pane', 'sunk', 'accent-bg'].map((ground) => [ink, ground])),
  ...['ink', 'ink-2'].flatMap((ink) => ['lit', 'grey-bg', 'amber-bg', 'line-strong'].map((ground) => [ink, ground])),
  ...['accent', 'red', 'amber', 'teal'].flatMap((ink) => ['bg', 'pane', 'sunk'].map((ground) => [ink, ground])),
  ...['teal', 'sky', 'amber', 'red'].map((ink) => [ink, `${ink}-bg`]),
  ['accent', 'accent-bg'],
  ['accent', 'pane'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
] as [string, string][]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? `no token ${name}`

  it.each(WORDS)('%s can be read on %s (AA, 4.5)', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  // 1.4.11: what tells a control or a state apart from its ground.
  it.each([
    ['control', 'pane'],
    ['accent', 'pane'],
    ['accent', 'sunk'],
    ['green', 'pane'],
    ['amber', 'pane'],
    ['teal', 'line'],
  ])('%s stands out from %s (3.0)', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(3)
  })
})
