import { DatabaseZap } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { getSetting } from '@/lib/settings/get-setting'
import { answerCacheState } from '@/lib/suggestions/answer-cache/answer-cache-state'
import { listCachedAnswers } from '@/lib/suggestions/answer-cache/list-cached-answers'
import { EmptyState } from '../../../_components/empty-state'
import { Notice } from '../../../_components/notice'
import { AdminOnly } from '../admin-only'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { AnswerRow } from './answer-row'
import { ClearCache } from './clear-cache'
import { TtlField } from './ttl-field'

const MAX_LISTED = 200

export const generateMetadata = titled('cache')

export default async function CachePage() {
  const agent = await requireAgent()
  if (agent.role !== 'admin') return <AdminOnly />
  // First the connection: a process that has just started would otherwise list its own answers.
  const state = await answerCacheState()
  const [t, answers, ttlSeconds] = await Promise.all([
    getTranslations('cache'),
    listCachedAnswers({ limit: MAX_LISTED }),
    getSetting('answer_cache_ttl_seconds'),
  ])
  return (
    <SettingsPane title={t('title')} lead={t('lead')} actions={answers.length > 0 && <ClearCache />}>
      <Notice kind={state === 'away' ? 'warning' : 'info'}>{t(`states.${state}`)}</Notice>
      <TtlField seconds={ttlSeconds} />
      {answers.length === 0 ? (
        <EmptyState icon={<DatabaseZap />} title={t('empty.title')}>
          {t('empty.body')}
        </EmptyState>
      ) : (
        <section>
          <h2 className="mb-1.5 flex items-baseline gap-2 font-semibold text-base">
            {t('list')}
            <span className="font-normal text-ink-3 text-sm">{t('count', { n: answers.length })}</span>
          </h2>
          <ul className="border-t">
            {answers.map((item) => (
              <AnswerRow key={item.key} item={item} />
            ))}
          </ul>
        </section>
      )}
    </SettingsPane>
  )
}
