'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonItem } from '@/lib/auth/list-people'
import { Button } from '../../../_components/button'
import { Dialog } from '../../../_components/dialog'
import { useSettingsAttempt } from '../use-settings-attempt'
import { disableAction } from './actions'

/** Asks before an account is closed, and what becomes of its tickets. */
export function DisableDialog({ person, isOpen, onClose }: { person: PersonItem; isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('people')
  const { run, isPending, words } = useSettingsAttempt('people', ({ reason }) => (reason === 'last_admin' ? t('lastAdmin') : undefined))
  const [tickets, setTickets] = useState<'release' | 'keep'>('release')
  const disable = () => {
    if (isPending) return
    run(() => disableAction(person.id, person.tickets > 0 ? tickets : 'keep'), onClose)
  }
  return (
    <Dialog title={t('disableTitle', { name: person.name })} isOpen={isOpen} onClose={onClose}>
      <p className="mb-3 text-ink-2">{t('disableBody')}</p>
      {person.tickets > 0 && (
        <fieldset className="mb-4 flex flex-col gap-1.5">
          <legend className="mb-1 font-medium text-ink-2 text-sm">{t('disableTickets', { n: person.tickets })}</legend>
          {(['release', 'keep'] as const).map((choice) => (
            <label key={choice} className="flex items-center gap-2 text-sm">
              <input
                type="radio"
                name={`tickets-${person.id}`}
                checked={tickets === choice}
                onChange={() => setTickets(choice)}
                className="size-4 accent-accent"
              />
              {t(`disable_${choice}`)}
            </label>
          ))}
        </fieldset>
      )}
      {words && (
        <p role="alert" className="mb-3 text-red text-sm">
          {words}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('disableBack')}</Button>
        <Button variant="danger" aria-disabled={isPending} onClick={disable}>
          {t('disableConfirm')}
        </Button>
      </div>
    </Dialog>
  )
}
