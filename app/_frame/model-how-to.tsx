'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '../_components/copy-button'
import { Popover, PopoverContent, PopoverTrigger } from '../_components/popover'
import { REAL_MODEL_COMMANDS } from './real-model-commands'

/** How to get the real model, where the strip says that this is not it. */
export function ModelHowTo() {
  const t = useTranslations('shell')
  return (
    <Popover>
      <PopoverTrigger className="rounded-sm font-medium underline underline-offset-3 hover:no-underline">
        {t('demoModelAction')}
      </PopoverTrigger>
      <PopoverContent className="w-96">
        <p className="mb-2 text-ink-2 text-sm leading-5">{t('demoModelHow')}</p>
        <pre className="mb-2 overflow-x-auto rounded-md bg-sunk px-3 py-2 font-mono text-ink text-xs">{REAL_MODEL_COMMANDS}</pre>
        <CopyButton text={REAL_MODEL_COMMANDS} label={t('demoModelAction')} />
      </PopoverContent>
    </Popover>
  )
}
