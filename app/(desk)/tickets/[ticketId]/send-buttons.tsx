'use client'

import { ChevronDown } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { Kbd } from '../../../_components/kbd'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../_components/menu'
import { CLOCK } from '../../../_components/moments'
import { Popover, PopoverAnchor, PopoverContent } from '../../../_components/popover'
import { useSendKey } from '../../../_components/use-send-key'
import { useNamed } from '../../../_presence/companion-avatars'
import type { Said } from './use-meanwhile'
import type { AndThen, useSend } from './use-send'

const WAYS: { andThen: AndThen; modifier: string }[] = [
  { andThen: 'waiting', modifier: '' },
  { andThen: 'resolved', modifier: '⇧' },
  { andThen: 'open', modifier: 'Alt ' },
]

/** The one main action of the screen. What no rule supports is asked about here, once, where the hand is. */
export function SendButtons({ sending }: { sending: ReturnType<typeof useSend> }) {
  const t = useTranslations('composer.send')
  const ask = useTranslations('ticket.composer')
  const sendKey = useSendKey()
  const here = useTranslations('notifications.here')
  const named = useNamed()
  const { send, open, writing, newer, asking, stopAsking, isPending } = sending
  const titles = [newer.length > 0 && 'newer-title', writing.length > 0 && 'writing-title', open.length > 0 && 'unsupported-title']
  return (
    <Popover open={asking !== null} onOpenChange={(isOpen) => !isOpen && stopAsking()}>
      <PopoverAnchor asChild>
        <div className="flex gap-1.5">
          <Button aria-disabled={isPending} className="max-md:hidden" onClick={() => send('resolved')}>
            {t('resolved')}
          </Button>
          <div className="flex">
            <Button
              variant="go"
              aria-disabled={isPending}
              onClick={() => send('waiting')}
              className="min-w-28 rounded-r-none max-md:min-w-24"
            >
              {t(isPending ? 'pending' : 'send')}
              {/* The button keeps its width: what stands beside it must not move under the hand. */}
              {!isPending && <Kbd className="border-current bg-transparent text-current opacity-90 max-md:hidden">{sendKey}</Kbd>}
            </Button>
            <Menu>
              <MenuTrigger asChild>
                <Button variant="go" size="icon" aria-label={t('ways')} className="w-7 rounded-l-none border-l-on-accent/30">
                  <ChevronDown />
                </Button>
              </MenuTrigger>
              <MenuContent align="end" side="top" className="min-w-64">
                {WAYS.map(({ andThen, modifier }) => (
                  <MenuItem key={andThen} onSelect={() => send(andThen)}>
                    <span className="grow">{t(`way.${andThen}`)}</span>
                    <Kbd className="max-md:hidden">{modifier + sendKey}</Kbd>
                  </MenuItem>
                ))}
              </MenuContent>
            </Menu>
          </div>
        </div>
      </PopoverAnchor>
      <PopoverContent side="top" align="end" className="w-96" aria-labelledby={titles.filter(Boolean).join(' ')}>
        {newer.length > 0 && <Newer said={newer} />}
        {writing.length > 0 && (
          <div className="mb-3">
            <h3 id="writing-title" className="font-medium">
              {here('askTitle')}
            </h3>
            <p className="mt-1 text-ink-2 text-sm">{here('askBody', named(writing))}</p>
          </div>
        )}
        {open.length > 0 && (
          <h3 id="unsupported-title" className="font-medium">
            {ask('confirmTitle', { n: open.length })}
          </h3>
        )}
        <ul className="my-2 flex max-h-40 flex-col gap-1.5 overflow-y-auto">
          {open.map(({ index, sentence }) => (
            <li key={index} className="border-amber border-l-2 pl-2 text-ink-2 text-sm leading-5">
              {sentence.text.replaceAll(/\s*\[\d{1,2}\]/g, '').trim()}
            </li>
          ))}
        </ul>
        {open.length > 0 && <p className="mb-3 text-ink-3 text-sm">{ask('confirmBody')}</p>}
        <div className="flex justify-end gap-1.5">
          <Button onClick={stopAsking}>{ask('confirmBack')}</Button>
          <Button variant="go" autoFocus onClick={() => asking && send(asking, true)}>
            {ask('confirmSend')}
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  )
}

/** What the customer or a colleague said after the text was begun. */
function Newer({ said }: { said: Said[] }) {
  const t = useTranslations('composer.meanwhile')
  const format = useFormatter()
  return (
    <div className="mb-3">
      <h3 id="newer-title" className="font-medium">
        {t('title')}
      </h3>
      <ul className="mt-1 text-ink-2 text-sm">
        {said.map(({ id, at, isCustomer, author }) => {
          const time = format.dateTime(at, CLOCK)
          return (
            <li key={id}>{isCustomer ? t('customer', { time }) : author ? t('replied', { name: author, time }) : t('sent', { time })}</li>
          )
        })}
      </ul>
      <p className="mt-1 text-ink-3 text-sm">{t('body')}</p>
    </div>
  )
}
