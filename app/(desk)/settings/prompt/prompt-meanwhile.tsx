'use client'

import { useTranslations } from 'next-intl'
import type { PromptVersion } from '@/lib/settings/list-prompt-templates'
import { Button } from '../../../_components/button'
import { PromptChange } from './prompt-change'
import type { PromptText } from './use-prompt-form'

type PromptMeanwhileProps = { theirs: PromptVersion; base: PromptText; mine: PromptText; onTake: () => void; onGoOn: () => void }

/** Another admin was quicker: what they changed, what saving one's own would change, and the choice. */
export function PromptMeanwhile({ theirs, base, mine, onTake, onGoOn }: PromptMeanwhileProps) {
  const t = useTranslations('prompt.meanwhile')
  return (
    <section
      role="status"
      aria-label={t('title', { n: theirs.version })}
      className="rounded-md border border-amber bg-amber-bg px-3.5 py-3 text-sm"
    >
      <h2 className="font-medium text-ink">{t('title', { n: theirs.version })}</h2>
      <p className="text-ink-2">{theirs.author ? t('by', { name: theirs.author.name }) : t('bySomebody')}</p>
      <div className="mt-2 flex flex-col gap-2 rounded-md bg-pane px-3 py-2 text-ink-2">
        <h3 className="text-ink-3 text-xs">{t('theirs')}</h3>
        <PromptChange before={base} after={theirs} />
        <h3 className="border-t pt-2 text-ink-3 text-xs">{t('mine')}</h3>
        <PromptChange before={theirs} after={mine} />
      </div>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="small" onClick={onTake}>
          {t('take')}
        </Button>
        <Button size="small" onClick={onGoOn}>
          {t('onTop')}
        </Button>
      </div>
    </section>
  )
}
