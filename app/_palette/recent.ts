import { z } from 'zod'

const recentSchema = z.array(
  z.object({ href: z.string().startsWith('/'), label: z.string(), detail: z.string().optional(), lang: z.string().optional() }),
)
type Recent = z.infer<typeof recentSchema>[number]

const KEY = 'palette-recent'
const MAX_RECENT = 6

/** Where this tab has jumped to, latest first. In the tab alone: names of customers do not stay on a shared computer. */
export function readRecent(): Recent[] {
  try {
    return recentSchema.parse(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'))
  } catch {
    return []
  }
}

export function keepRecent(one: Recent): void {
  try {
    const others = readRecent().filter(({ href }) => href !== one.href)
    sessionStorage.setItem(KEY, JSON.stringify([one, ...others].slice(0, MAX_RECENT)))
  } catch {
    // A full or forbidden storage remembers nothing.
  }
}
