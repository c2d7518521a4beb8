'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../../../_components/button'
import { MOMENT } from '../../../../_components/moments'
import { Notice } from '../../../../_components/notice'
import { Popover, PopoverContent, PopoverTrigger } from '../../../../_components/popover'
import { ValueRow } from '../../../../_components/value-row'
import { useAttempt } from '../../../../_doors/use-attempt'
import { rotateSecretAction } from '../actions'
import { ChannelKit } from '../channel-kit'

/** The address, and the secret: hidden for good, until it is changed. */
export function ChannelSecret({ id, origin, oldUntil }: { id: string; origin: string; oldUntil: Date | null }) {
  const t = useTranslations('settings.channels')
  const format = useFormatter()
  const { run, isPending, words } = useAttempt()
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <section className="flex flex-col gap-4 border-t pt-4">
      {words && <Notice kind="error">{words}</Notice>}
      {oldUntil && <Notice kind="info">{t('oldUntil', { when: format.dateTime(oldUntil, MOMENT) })}</Notice>}
      {secret ? (
        <ChannelKit id={id} origin={origin} secret={secret} />
      ) : (
        <>
          <ValueRow label={t('url')} value={`${origin}/api/webhooks/${id}`} />
          <div className="flex flex-col items-start gap-1">
            <span className="font-medium text-ink-2 text-sm">{t('secret')}</span>
            <p className="mb-1 text-ink-3 text-sm">{t('secretHidden')}</p>
            <Popover>
              <PopoverTrigger asChild>
                <Button size="small">{t('rotate')}</Button>
              </PopoverTrigger>
              <PopoverContent align="start">
                <p className="mb-3 text-ink-2 text-sm leading-5">{t('rotateAsk')}</p>
                <Button
                  variant="go"
                  aria-disabled={isPending}
                  onClick={() =>
                    !isPending &&
                    run(
                      () => rotateSecretAction(id),
                      (made) => setSecret(made.secret),
                    )
                  }
                >
                  {t('rotateConfirm')}
                </Button>
              </PopoverContent>
            </Popover>
          </div>
        </>
      )}
    </section>
  )
}
