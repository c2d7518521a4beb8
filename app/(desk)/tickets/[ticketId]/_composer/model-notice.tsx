'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../../../_components/button'
import { Notice } from '../../../../_components/notice'
import { useReplyState } from '../reply-context'
import type { useModelActions } from './use-model-actions'

/** What has become of what the model was asked for, where that is not the text in the box. */
export function ModelNotice({ actions }: { actions: ReturnType<typeof useModelActions> }) {
  const t = useTranslations('composer.failure')
  const { draft } = useReplyState()
  const { failure, forget, words, remark, isEarly } = actions
  if (words) return <Notice kind="error">{words}</Notice>
  if (isEarly) return <Notice kind="info">{t('early')}</Notice>
  if (!failure) {
    if (!remark) return null
    return <Notice kind={remark === 'same' ? 'info' : 'warning'}>{t(`draft.${remark}`, { cause: causeWords(draft?.cause) })}</Notice>
  }
  return (
    <Notice kind={failure.kind === 'stopped' ? 'info' : 'warning'}>
      <div className="flex items-start gap-2">
        <span className="grow">
          {failure.kind === 'stopped' && t('stopped')}
          {failure.kind === 'problem' && t(failure.code === 'offline' ? 'offline' : 'problem')}
          {failure.kind === 'cause' && t('kept', { cause: causeWords(failure.cause) })}
        </span>
        <Button variant="quiet" size="smallIcon" className="-my-1 -mr-2 size-6 text-current" aria-label={t('close')} onClick={forget}>
          <X />
        </Button>
      </div>
    </Notice>
  )

  function causeWords(cause: string | null | undefined): string {
    const key = `causes.${cause}` as 'causes.timeout'
    return t(t.has(key) ? key : 'causes.bad_output')
  }
}
