'use client'

import { useTranslations } from 'next-intl'
import { CodeBlock } from '../_components/code-block'
import { Popover, PopoverContent, PopoverTrigger } from '../_components/popover'

/** How to get the real model, where the strip says that this is not it. */
export function ModelHowTo({ commands }: { commands: string }) {
  const t = useTranslations('shell')
  return (
    <Popover>
      <PopoverTrigger className="rounded-sm font-medium underline underline-offset-3 hover:no-underline">
        {t('demoModelAction')}
      </PopoverTrigger>
      <PopoverContent className="w-96">
        <p className="mb-2 text-ink-2 text-sm leading-5">{t('demoModelHow')}</p>
        <CodeBlock code={commands} label={t('demoModelAction')} />
      </PopoverContent>
    </Popover>
  )
}
