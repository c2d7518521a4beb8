import { Inbox } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { hasAnyTicket } from '@/lib/tickets/has-any-ticket'
import { EmptyState } from '../../_components/empty-state'
import { FirstSteps } from './first-steps'
import { FirstStepsKeeper } from './first-steps-keeper'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('tickets') }
}

export default async function TicketsPage() {
  const agent = await requireAgent()
  const [t, hasTickets] = await Promise.all([getTranslations('queue'), hasAnyTicket()])
  if (!hasTickets && agent.role === 'admin') return <FirstSteps />
  const words = hasTickets ? 'pick' : 'before'
  return (
    <div className="flex h-full">
      {!hasTickets && <FirstStepsKeeper />}
      <EmptyState icon={<Inbox />} title={t(`${words}.title`)}>
        {t(`${words}.body`)}
      </EmptyState>
    </div>
  )
}
