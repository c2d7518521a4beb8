import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '../../_components/empty-state'

/** Why an agent sees nothing here. */
export function AdminOnly() {
  const t = useTranslations('settings.adminOnly')
  return (
    <div className="flex h-full">
      <EmptyState icon={<Lock />} title={t('title')}>
        {t('body')}
      </EmptyState>
    </div>
  )
}
