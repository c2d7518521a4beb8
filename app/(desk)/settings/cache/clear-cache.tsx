'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from '../../../_components/popover'
import { useSettingsAttempt } from '../use-settings-attempt'
import { deleteAllAnswersAction } from './actions'

export function ClearCache() {
  const t = useTranslations('cache')
  const { run, isPending, words } = useSettingsAttempt('cache')
  return (
    <>
      {words && (
        <span role="alert" className="text-red text-sm">
          {words}
        </span>
      )}
      <Popover>
        <PopoverTrigger asChild>
          <Button variant="danger" size="small">
            {t('clear')}
          </Button>
        </PopoverTrigger>
        <PopoverContent align="end">
          <p className="mb-3 text-ink-2 text-sm leading-5">{t('clearAsk')}</p>
          <PopoverClose asChild>
            <Button variant="danger" onClick={() => !isPending && run(() => deleteAllAnswersAction())}>
              {t('clearConfirm')}
            </Button>
          </PopoverClose>
        </PopoverContent>
      </Popover>
    </>
  )
}
