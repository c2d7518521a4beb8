import { Inbox } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { hasAnyTicket } from '@/lib/tickets/has-any-ticket'
import { EmptyState } from '../../_components/empty-state'
import { FirstSteps } from './first-steps'
import { FirstStepsKeeper } from './first-steps-keeper'
import { PickTicket } from './pick-ticket'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('tickets') }
}

export default async function TicketsPage() {
  const agent = await requireAgent()
  const hasTickets = await hasAnyTicket()
  if (!hasTickets && agent.role === 'admin') return <FirstSteps />
  if (hasTickets) return <PickTicket />
  const t = await getTranslations('firstSteps.before')
  return (
    <div className="flex h-full">
      <FirstStepsKeeper />
      <EmptyState icon={<Inbox />} title={t('title')}>
        {t('body')}
      </EmptyState>
    </div>
  )
}
