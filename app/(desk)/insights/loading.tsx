import { useTranslations } from 'next-intl'
import { PaneHeader } from '../../_components/pane'

export default function InsightsLoading() {
  const t = useTranslations('insights')
  return (
    <section aria-label={t('title')} className="flex h-full flex-col bg-bg">
      <PaneHeader title={t('title')} />
      <p role="status" className="late-in m-auto text-ink-3 text-sm">
        {t('loading')}
      </p>
    </section>
  )
}
