import type { Tx } from '@/lib/db'

/**
 * What agents have begun to write under a ticket goes with its messages to another one, each agent's own. Who has begun something there as well keeps
 * both, each where it was written. The draft it began from stays behind with its rules.
 */
export async function moveReplyDrafts(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    update reply_draft own set ticket_id = ${to}::uuid, suggestion_id = null, rewrite_id = null
    where ticket_id = ${from}::uuid
      and not exists (select from reply_draft other where other.agent_id = own.agent_id and other.ticket_id = ${to}::uuid)`
}
