import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Finding = { id: string; nodes: { html: string; failureSummary?: string }[] }
type Axe = { run: (where: Document | string, how: object) => Promise<{ violations: Finding[] }> }

/**
 * axe-core finds nothing on the page that WCAG 2.2 AA forbids. Run from outside of the page's content security policy, which lets no
 * foreign script in. `part`, a CSS selector, looks at a part of the page; `rules` are the only ones looked for.
 */
export async function expectAccessible(page: Page, part?: string, { rules }: { rules?: string[] } = {}): Promise<void> {
  await page.evaluate(source)
  // What is still fading in has the contrast of nobody's design.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  )
  const found = await page.evaluate(
    async ({ selector, only }) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const { violations } = await axe.run(selector ?? document, {
        runOnly: only ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
      )
    },
    { selector: part, only: rules },
  )
  expect(found, page.url()).toEqual([])
}
