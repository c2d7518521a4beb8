import { listAgents } from '@/lib/auth/list-agents'
import { listChannels } from '@/lib/channels/list-channels'
import { listTags } from '@/lib/tickets/list-tags'
import type { QueueChoices } from './use-filter-words'

/** What the queue's filters offer. */
export async function readChoices(): Promise<QueueChoices> {
  const [agents, channels, tags] = await Promise.all([listAgents(), listChannels(), listTags()])
  return { agents, channels: channels.map(({ id, name }) => ({ id, name })), tags }
}
