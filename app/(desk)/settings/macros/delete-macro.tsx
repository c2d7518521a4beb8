'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { Popover, PopoverContent, PopoverTrigger } from '../../../_components/popover'
import { useSettingsAttempt } from '../use-settings-attempt'
import { deleteMacroAction } from './actions'

export function DeleteMacro({ id }: { id: string }) {
  const t = useTranslations('macros.form')
  const router = useRouter()
  const { run, isPending, words } = useSettingsAttempt('macros')
  const remove = () => {
    if (isPending) return
    run(
      () => deleteMacroAction(id),
      (_, isHere) => isHere && router.push('/settings/macros'),
    )
  }
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="danger">{t('delete')}</Button>
      </PopoverTrigger>
      <PopoverContent align="end">
        <p className="mb-3 text-ink-2 text-sm leading-5">{t('deleteAsk')}</p>
        {words && (
          <p role="alert" className="mb-3 text-red text-sm">
            {words}
          </p>
        )}
        <Button variant="danger" aria-disabled={isPending} onClick={remove}>
          {t('deleteConfirm')}
        </Button>
      </PopoverContent>
    </Popover>
  )
}
