'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TwinRule } from '@/lib/faq/find-twin'
import type { Rule } from '@/lib/faq/schema'
import { Button } from '../../_components/button'
import { Dialog } from '../../_components/dialog'
import { MOMENT } from '../../_components/moments'
import { Notice } from '../../_components/notice'
import { Tag } from '../../_components/tag'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { RulePicker } from './try/rule-picker'
import { confirmTwinAction, linkTwinAction } from './twin-actions'

type TwinPanelProps = { rule: Pick<Rule, 'id' | 'question' | 'language' | 'twinChangedAt'>; twin: TwinRule | null; isAdmin: boolean }

/** The same rule in the other language: which it is, whether it says something new, and how to get one. */
export function TwinPanel({ rule, twin, isAdmin }: TwinPanelProps) {
  const t = useTranslations('faqEditor.twin')
  const faq = useTranslations('faq')
  const format = useFormatter()
  const { run, isPending, words } = useDeskAttempt(rule.question, ({ reason }) => (reason === 'twin_taken' ? t('taken') : undefined))
  const [isPicking, setPicking] = useState(false)
  const other = rule.language === 'zh' ? 'en' : 'zh'
  const link = (twinId: string | null) => !isPending && run(() => linkTwinAction(rule.id, twinId))
  if (!twin && !isAdmin) return null
  return (
    <section aria-labelledby="twin-title" className="mt-2 border-t pt-4">
      <h2 id="twin-title" className="mb-2 font-semibold text-ink-2 text-sm">
        {t(`title.${other}`)}
      </h2>
      {words && (
        <Notice kind="error" className="mb-2">
          {words}
        </Notice>
      )}
      {twin ? (
        <>
          {rule.twinChangedAt && (
            <Notice kind="warning" className="mb-2">
              <div className="flex flex-wrap items-center gap-2">
                <span className="grow">{t('changed', { at: format.dateTime(rule.twinChangedAt, MOMENT) })}</span>
                {isAdmin && (
                  <Button size="small" aria-disabled={isPending} onClick={() => !isPending && run(() => confirmTwinAction(rule.id))}>
                    {t('confirm')}
                  </Button>
                )}
              </div>
            </Notice>
          )}
          <div className="flex items-center gap-2">
            <Link href={`/faq?rule=${twin.id}`} lang={twin.language} className="min-w-0 truncate text-accent hover:underline">
              {twin.question}
            </Link>
            {twin.status !== 'published' && <Tag>{faq(`statuses.${twin.status}`)}</Tag>}
            <span className="grow" />
            {isAdmin && (
              <Button size="small" variant="quiet" aria-disabled={isPending} onClick={() => link(null)}>
                {t('unlink')}
              </Button>
            )}
          </div>
          <p lang={twin.language} className="mt-1 whitespace-pre-wrap text-ink-2 wrap-anywhere">
            {twin.answer}
          </p>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button asChild size="small">
            <Link href={`/faq?new=${other}&twin=${rule.id}`}>{t(`write.${other}`)}</Link>
          </Button>
          <Button size="small" onClick={() => setPicking(true)}>
            {t('pick')}
          </Button>
          <span className="text-ink-3 text-xs">{t('hint')}</span>
        </div>
      )}
      {isPicking && (
        <Dialog title={t(`pickTitle.${other}`)} isOpen onClose={() => setPicking(false)}>
          <RulePicker
            language={other}
            includesDrafts
            onPick={(picked) => {
              setPicking(false)
              link(picked.id)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}
