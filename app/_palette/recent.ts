/** A jump, as the palette lists it again. */
type Recent = { href: string; label: string; detail?: string; lang?: string }

const KEY = 'palette-recent'
const MAX_RECENT = 6

/** Where this tab has jumped to, latest first. In the tab alone: names of customers do not stay on a shared computer. */
export function readRecent(): Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) && kept.every(isRecent) ? kept : []
  } catch {
    return []
  }
}

// By hand: zod would be an eighth of all scripts that the desk loads (test/e2e/script-budget.test.ts).
function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null || !('href' in value) || !('label' in value)) return false
  const { href, label, detail, lang } = value as Record<string, unknown>
  const isLocal = typeof href === 'string' && href.startsWith('/')
  return isLocal && [label, detail ?? '', lang ?? ''].every((each) => typeof each === 'string')
}

export function keepRecent(one: Recent): void {
  try {
    const others = readRecent().filter(({ href }) => href !== one.href)
    sessionStorage.setItem(KEY, JSON.stringify([one, ...others].slice(0, MAX_RECENT)))
  } catch {
    // A full or forbidden storage remembers nothing.
  }
}
