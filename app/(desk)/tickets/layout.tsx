import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { requireAgent } from '@/lib/auth/require-agent'
import { PATH_HEADER } from '@/lib/auth/security-headers'
import { Texts } from '../../_texts/texts'
import { Queue } from './_queue/queue'
import { readQueueQuery } from './_queue/queue-query'
import { readChoices } from './_queue/read-choices'
import { readQueue } from './_queue/read-queue'
import { TicketPanes } from './ticket-panes'

export default async function TicketsLayout({ children }: { children: ReactNode }) {
  const agent = await requireAgent()
  const path = new URL((await headers()).get(PATH_HEADER) ?? '/tickets', 'http://here.invalid')
  const query = readQueueQuery(path.searchParams)
  const [first, choices] = await Promise.all([readQueue(agent, query), readChoices()])
  const queue = <Queue firstQuery={query} first={first} choices={choices} agentId={agent.id} isAdmin={agent.role === 'admin'} />
  return (
    <Texts names={['assistant', 'composer', 'due', 'macros.list', 'queue', 'queueTools', 'rung', 'state', 'thread', 'ticket']}>
      <TicketPanes queue={queue}>{children}</TicketPanes>
    </Texts>
  )
}
