import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from './_components/button'
import { EmptyState } from './_components/empty-state'

export default async function NotFound() {
  const t = await getTranslations('errors.page')
  return (
    <div className="flex h-full min-h-60">
      <EmptyState
        icon={<SearchX />}
        title={t('notFoundTitle')}
        action={
          <Button asChild>
            <Link href="/tickets">{t('toTickets')}</Link>
          </Button>
        }
      >
        {t('notFoundBody')}
      </EmptyState>
    </div>
  )
}
