import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'

export default async function TicketNotFound() {
  const t = await getTranslations('ticket.notFound')
  const errors = await getTranslations('errors.page')
  return (
    <div className="flex h-full">
      <EmptyState
        icon={<Inbox />}
        title={t('title')}
        action={
          <Button asChild>
            <Link href="/tickets">{errors('toTickets')}</Link>
          </Button>
        }
      >
        {t('body')}
      </EmptyState>
    </div>
  )
}
