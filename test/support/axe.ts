import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Finding = { id: string; nodes: { html: string; failureSummary?: string }[] }
type Axe = { run: (where: Document | string, how: object) => Promise<{ violations: Finding[] }> }

/**
 * axe-core finds nothing on the page that WCAG 2.2 AA forbids. Run from outside of the page's content security policy, which lets no
 * foreign script in.
 * @param within a selector: only that part of the page is looked at
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  await page.evaluate(source)
  const found = await page.evaluate(async (part) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(part ?? document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`))
  }, within)
  expect(found, page.url()).toEqual([])
}
