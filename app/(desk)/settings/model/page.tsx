import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { env } from '@/lib/env'
import { currentModel } from '@/lib/inference/current-model'
import { listServerStates } from '@/lib/inference/list-server-states'
import { findSideModel } from '@/lib/inference/side-models'
import { embeddingProgress } from '@/lib/retrieval/meaning/embedding-progress'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { CodeBlock } from '../../../_components/code-block'
import { Notice } from '../../../_components/notice'
import { realModelCommands } from '../../../_frame/real-model-commands'
import { SettingsPane } from '../settings-pane'
import { titled } from '../titled'
import { ModelKeeper } from './model-keeper'
import { ServerStates } from './server-states'

export const generateMetadata = titled('model')

export default async function ModelPage() {
  await requireAgent()
  const [t, shell, model, servers, embedder, reranker, budgetMs] = await Promise.all([
    getTranslations('settings'),
    getTranslations('shell'),
    currentModel(),
    listServerStates(),
    findSideModel('embedding'),
    findSideModel('rerank'),
    suggestionTimeoutMs(),
  ])
  const { DEMO } = env()
  const progress = embedder && (await embeddingProgress(embedder))
  const rows = [
    { label: t('model.maxRules'), value: model && String(model.maxRules) },
    {
      label: t('model.embedding'),
      value:
        embedder && progress && `${embedder.name} · ${t('model.embedded', progress)}${embedder.isAway ? ` · ${t('model.resting')}` : ''}`,
    },
    { label: t('model.reranker'), value: reranker && `${reranker.name}${reranker.isAway ? ` · ${t('model.resting')}` : ''}` },
    { label: t('model.budget'), value: t('model.seconds', { n: budgetMs / 1_000 }) },
  ].filter(({ value }) => value)
  return (
    <SettingsPane title={t('sections.model')} lead={t('model.lead')}>
      <ModelKeeper />
      {!model && <Notice kind="warning">{t('model.none')}</Notice>}
      {model && !model.isReachable && <Notice kind="warning">{shell('modelAway')}</Notice>}
      {servers.length > 0 && <ServerStates first={servers} />}
      <dl className="grid grid-cols-[10rem_1fr] gap-x-4 border-t text-base max-md:grid-cols-[8rem_1fr]">
        {rows.map(({ label, value }) => (
          <div key={label} className="col-span-2 grid grid-cols-subgrid border-b py-2">
            <dt className="text-ink-3">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {model?.isDemo && (
        <div className="flex flex-col gap-2">
          <p className="text-ink-2">{shell('demoModelHow')}</p>
          <CodeBlock code={realModelCommands(DEMO)} label={shell('demoModelAction')} />
        </div>
      )}
    </SettingsPane>
  )
}
