'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { Kbd } from '../../../_components/kbd'
import { Popover, PopoverAnchor, PopoverContent } from '../../../_components/popover'
import { useSendKey } from '../../../_components/use-send-key'
import type { useSend } from './use-send'

/** The one main action of the screen. What no rule supports is asked about here, once, where the hand is. */
export function SendButtons({ sending }: { sending: ReturnType<typeof useSend> }) {
  const t = useTranslations('ticket.composer')
  const sendKey = useSendKey()
  const { send, open, asking, stopAsking, isPending } = sending
  return (
    <Popover open={asking !== null} onOpenChange={(isOpen) => !isOpen && stopAsking()}>
      <PopoverAnchor asChild>
        <div className="flex gap-1.5">
          <Button aria-disabled={isPending} onClick={() => send('resolved')}>
            {t('sendAndResolve')}
          </Button>
          <Button variant="go" aria-disabled={isPending} onClick={() => send('waiting')} className="min-w-24">
            {t(isPending ? 'sending' : 'send')}
            <Kbd className="border-current bg-transparent text-current opacity-75 max-md:hidden">{sendKey}</Kbd>
          </Button>
        </div>
      </PopoverAnchor>
      <PopoverContent side="top" align="end" className="w-96" aria-labelledby="unsupported-title">
        <h3 id="unsupported-title" className="font-medium">
          {t('confirmTitle', { n: open.length })}
        </h3>
        <ul className="my-2 flex max-h-40 flex-col gap-1.5 overflow-y-auto">
          {open.map(({ index, sentence }) => (
            <li key={index} className="border-amber border-l-2 pl-2 text-ink-2 text-sm leading-5">
              {sentence.text.replaceAll(/\s*\[\d{1,2}\]/g, '').trim()}
            </li>
          ))}
        </ul>
        <p className="mb-3 text-ink-3 text-sm">{t('confirmBody')}</p>
        <div className="flex justify-end gap-1.5">
          <Button onClick={stopAsking}>{t('confirmBack')}</Button>
          <Button variant="go" autoFocus onClick={() => asking && send(asking, true)}>
            {t('confirmSend')}
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  )
}
