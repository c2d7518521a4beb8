/** `npm run -s channel -- create|list`: where tickets come from. `create` prints one JSON object and nothing else. */
import { parseArgs } from 'node:util'
import { ensureClient, withDesk } from './lib/desk'
import { runCommand, UsageError } from './lib/run-command'

const USAGE = `usage: npm run -s channel -- create --kind generic --name NAME [--outgoing URL]
       npm run -s channel -- list`

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { kind: { type: 'string' }, name: { type: 'string' }, outgoing: { type: 'string' } },
  })
  const command = positionals.length === 1 ? positionals[0] : ''
  if (command === 'create') return create(values)
  if (command === 'list') return list()
  throw new UsageError()
})

async function create({ kind = 'generic', name, outgoing }: { kind?: string; name?: string; outgoing?: string }) {
  if (!name) throw new UsageError('A channel needs a --name.')
  if (kind !== 'generic') throw new UsageError(`There is no channel kind ${JSON.stringify(kind)}; there is generic.`)
  ensureClient()
  const { newChannelSchema } = await import('@/lib/channels/schema')
  // Who sits at the command line may name an address in the private network.
  const input = { kind, name, outgoingUrl: outgoing ?? null, allowsPrivateUrl: true } as const
  newChannelSchema.parse(input)
  await withDesk({}, async () => {
    const { createChannel } = await import('@/lib/channels/create-channel')
    console.log(JSON.stringify(await createChannel(input)))
  })
}

async function list() {
  await withDesk({}, async () => {
    const { listChannels } = await import('@/lib/channels/list-channels')
    for (const { id, kind, name, isEnabled, outgoingKind, outgoingUrl, url } of await listChannels()) {
      console.log(JSON.stringify({ id, kind, name, isEnabled, outgoingKind, outgoingUrl, url }))
    }
  })
}
