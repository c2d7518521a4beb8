import { MessageSquareText } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Button } from '../../../../_components/button'
import { EmptyState } from '../../../../_components/empty-state'

export default async function MacroNotFound() {
  const t = await getTranslations('macros.gone')
  return (
    <div className="flex h-full">
      <EmptyState
        icon={<MessageSquareText />}
        title={t('title')}
        action={
          <Button asChild>
            <Link href="/settings/macros">{t('action')}</Link>
          </Button>
        }
      >
        {t('body')}
      </EmptyState>
    </div>
  )
}
