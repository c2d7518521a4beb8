import { Inbox } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { EmptyState } from '../../_components/empty-state'

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('tickets') }
}

export default async function TicketsPage() {
  await requireAgent()
  const t = await getTranslations('queue.pick')
  return (
    <div className="flex h-full">
      <EmptyState icon={<Inbox />} title={t('title')}>
        {t('body')}
      </EmptyState>
    </div>
  )
}
