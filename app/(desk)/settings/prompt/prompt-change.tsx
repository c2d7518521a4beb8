'use client'

import { useTranslations } from 'next-intl'
import { diffTexts } from '@/lib/faq/diff-texts'
import { TextDiff } from '../../../_components/text-diff'
import type { PromptText } from './use-prompt-form'

/** What one text of the prompt has that the other has not, in each language. */
export function PromptChange({ before, after }: { before: PromptText; after: PromptText }) {
  const t = useTranslations('prompt')
  const common = useTranslations('common')
  const changed = (['zh', 'en'] as const).filter((language) => before[language] !== after[language])
  if (changed.length === 0) return <p className="text-ink-3">{t('history.same')}</p>
  return (
    <dl className="flex flex-col gap-1.5">
      {changed.map((language) => (
        <div key={language}>
          <dt className="text-ink-3 text-xs">{common(language)}</dt>
          <dd lang={language} className="leading-5.5">
            <TextDiff pieces={diffTexts(before[language], after[language])} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
