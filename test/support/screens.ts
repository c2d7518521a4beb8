import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureDemoUser } from '@/lib/auth/ensure-demo-user'
import { invitePerson } from '@/lib/auth/invite-person'
import { db } from '@/lib/db'
import { makeShopTicket } from './errands'

const app = path.resolve(import.meta.dirname, '../../app')

/** Every page there is, as its folder names it: `/tickets/[ticketId]`. */
function pageRoutes(): string[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => `/${path.dirname(file)}`.replace(/\/\([^)]*\)/g, '').replace(/\/\.$/, '') || '/')
    .sort()
}

/** Pages that only lead to another; `/setup` does once there is an admin (test/e2e/set-up.test.ts opens it). */
const LEAD_ELSEWHERE = new Set(['/', '/settings', '/setup'])

/** Whether a visitor stands there, who is not signed in. */
export function isDoor(screen: string): boolean {
  return /^\/(sign-in|invite)\b/.test(screen)
}

/** Pages in a state that their address names. */
const MORE = [
  '/tickets?view=resolved&q=nothing-like-this',
  '/faq?new=zh',
  '/faq?q=zzzz',
  '/insights?days=90',
  '/insights?from=2020-01-01&to=2020-01-02',
]

/** The addresses of every page of the demo desk, found in the folders: a new page is looked at without being named here. */
export async function everyScreen(): Promise<string[]> {
  const ticket = await makeShopTicket({ subject: 'Returns', message: { text: 'Which items cannot be returned?' } })
  const rule = await db().faqRule.findFirstOrThrow({ where: { status: 'published' }, select: { id: true } })
  const channel = await db().channel.findFirstOrThrow({ where: { outgoingKind: 'outbox' }, select: { id: true } })
  const macro = await db().macro.findFirstOrThrow({ select: { id: true } })
  const invite = await invitePerson(await ensureDemoUser('admin'), { email: `${randomUUID()}@example.com`, role: 'agent' })
  const places: Record<string, string | undefined> = {
    ticketId: ticket.id,
    channelId: channel.id,
    suggestionId: ticket.suggestion?.id,
    macroId: macro.id,
    token: invite.token,
  }
  const screens = pageRoutes()
    .filter((route) => !LEAD_ELSEWHERE.has(route))
    .map((route) =>
      route.replace(/\[(\w+)\]/g, (_, name: string) => {
        const place = places[name]
        if (!place) throw new Error(`${route}: say in test/support/screens.ts what [${name}] is.`)
        return place
      }),
    )
  return [...screens, `/faq?rule=${rule.id}`, ...MORE]
}
