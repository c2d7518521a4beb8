'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '../_components/dialog'
import { Kbd } from '../_components/kbd'
import { useAltName } from '../_components/use-alt-keys'
import { useSendKey } from '../_components/use-send-key'

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('shell.keys')
  const sendKey = useSendKey()
  const alt = useAltName()
  const rows = [
    { keys: ['J', 'K'], label: t('move') },
    { keys: ['↵'], label: t('enter') },
    { keys: ['/'], label: t('search') },
    { keys: ['X'], label: t('choose') },
    { keys: ['Home', 'End'], label: t('ends') },
    { keys: ['R'], label: t('reply') },
    { keys: ['N'], label: t('note') },
    { keys: [sendKey], label: t('send') },
    { keys: [`⇧${sendKey}`], label: t('sendResolve') },
    { keys: [`Alt ${sendKey}`], label: t('sendOpen') },
    { keys: ['Z', alt('Z')], label: t('undoSend') },
    { keys: [sendKey.replace('↵', 'Z'), `⇧${sendKey.replace('↵', 'Z')}`], label: t('undoText') },
    { keys: [alt('G')], label: t('regenerate') },
    { keys: [alt('S')], label: t('shorter') },
    { keys: [alt('W')], label: t('friendlier') },
    { keys: [alt('M')], label: t('formal') },
    { keys: [alt('T')], label: t('translate') },
    { keys: [alt('C')], label: t('continue') },
    { keys: [alt('I')], label: t('instruct') },
    { keys: ['Esc'], label: t('stopModel') },
    { keys: [alt(','), alt('.')], label: t('versions') },
    { keys: [alt('K')], label: t('openRule') },
    { keys: ['Esc'], label: t('leave') },
    { keys: [sendKey.replace('↵', 'S')], label: t('saveRule') },
    { keys: [sendKey], label: t('publishRule') },
    { keys: ['?'], label: t('help') },
  ]
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <dl className="grid grid-cols-[10rem_1fr] gap-y-2.5 text-sm">
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
