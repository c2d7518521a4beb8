'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '../_components/dialog'
import { Kbd } from '../_components/kbd'
import { useSendKey } from '../_components/use-send-key'

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('shell.keys')
  const sendKey = useSendKey()
  const rows = [
    { keys: ['J', 'K'], label: t('move') },
    { keys: ['↵'], label: t('enter') },
    { keys: ['/'], label: t('search') },
    { keys: ['X'], label: t('choose') },
    { keys: ['Home', 'End'], label: t('ends') },
    { keys: ['S'], label: t('status') },
    { keys: ['A'], label: t('assignee') },
    { keys: ['P'], label: t('priority') },
    { keys: ['T'], label: t('tags') },
    { keys: ['Z'], label: t('snooze') },
    { keys: ['M'], label: t('merge') },
    { keys: ['E'], label: t('resolve') },
    { keys: ['I'], label: t('take') },
    { keys: ['Q'], label: t('unfold') },
    { keys: ['R'], label: t('reply') },
    { keys: [sendKey], label: t('send') },
    { keys: ['Esc'], label: t('leave') },
    { keys: [sendKey.replace('↵', 'S')], label: t('saveRule') },
    { keys: [sendKey], label: t('publishRule') },
    { keys: ['?'], label: t('help') },
  ]
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <dl className="grid grid-cols-[7rem_1fr] gap-y-2.5 text-sm">
        {rows.map(({ keys, label }) => (
          <div key={label} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
