/** `npm run -s key -- create|list|revoke`: API keys. `create` prints the key and nothing else. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ensureClient, withDesk } from './lib/desk'
import { runCommand, UsageError } from './lib/run-command'

const USAGE = `usage: npm run -s key -- create --name NAME --scopes '*'
       npm run -s key -- list
       npm run -s key -- revoke ID
scopes, comma-separated: * tickets:read tickets:write suggest rules:read rules:write`

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, scopes: { type: 'string' } },
  })
  const [command, id] = positionals
  if (command === 'create' && positionals.length === 1) return create(values.name, values.scopes)
  if (command === 'list' && positionals.length === 1) return list()
  if (command === 'revoke' && id && positionals.length === 2) return revoke(id)
  throw new UsageError()
})

async function create(name: string | undefined, scopes: string | undefined) {
  if (!name || !scopes) throw new UsageError('A key needs a --name and --scopes.')
  ensureClient()
  const { apiKeySchema, scopeSchema } = await import('@/lib/auth/schema')
  const wanted = scopes.split(',').map((scope) => {
    const parsed = scopeSchema.safeParse(scope.trim())
    if (!parsed.success) throw new UsageError(`There is no scope ${JSON.stringify(scope.trim())}.`)
    return parsed.data
  })
  const input = apiKeySchema.parse({ name, scopes: wanted })
  await withDesk({}, async () => {
    const { createApiKey } = await import('@/lib/auth/create-api-key')
    const { key } = await createApiKey(input)
    console.log(key)
  })
}

async function list() {
  await withDesk({}, async () => {
    const { listApiKeys } = await import('@/lib/auth/list-api-keys')
    for (const { id, prefix, name, scopes, createdAt, revokedAt } of await listApiKeys()) {
      const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : `since ${createdAt.toISOString()}`
      console.log([id, `${prefix}…`, scopes.join(','), state, name].join('  '))
    }
  })
}

async function revoke(id: string) {
  if (!z.uuid().safeParse(id).success) throw new UsageError(`${JSON.stringify(id)} is not the id of a key; see: npm run -s key -- list`)
  await withDesk({}, async () => {
    const { revokeApiKey } = await import('@/lib/auth/revoke-api-key')
    await revokeApiKey({ id })
    console.log(`${id} is revoked.`)
  })
}
