import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/env'
import { currentModel } from '@/lib/inference/current-model'
import { ModelHowTo } from './model-how-to'
import { realModelCommands } from './real-model-commands'

/** Tells the truth about the model on every screen that may show its drafts: the demo one, one that is away, none. */
export async function ModelStrip() {
  const [t, model] = await Promise.all([getTranslations('shell'), currentModel()])
  if (model && !model.isDemo && model.isReachable) return null
  return (
    <div className="flex min-h-7 shrink-0 flex-wrap items-center justify-center gap-x-2 border-b bg-amber-bg px-4 py-0.5 text-center text-[12.5px] text-amber">
      {!model ? t('modelNone') : !model.isReachable ? t('modelAway') : t('demoModel')}
      {model?.isDemo && <ModelHowTo commands={realModelCommands(env().DEMO)} />}
    </div>
  )
}
