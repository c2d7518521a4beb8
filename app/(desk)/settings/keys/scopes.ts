import type { ApiKeyScope } from '@/lib/auth/schema'

/** What a key may be allowed to do, in the order of the form; `satisfies` fails when one is missing. */
const NAMES = {
  '*': true,
  'tickets:read': true,
  'tickets:write': true,
  suggest: true,
  'rules:read': true,
  'rules:write': true,
} satisfies Record<ApiKeyScope, true>

export const SCOPES = Object.keys(NAMES) as ApiKeyScope[]

export function isScope(text: string): text is ApiKeyScope {
  return text in NAMES
}
