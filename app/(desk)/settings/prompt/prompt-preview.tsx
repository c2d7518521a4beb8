'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../_components/button'
import { Field } from '../../../_components/field'
import { Select, Textarea } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { PreviewResult } from './preview-result'
import { type PreviewTicket, usePreview } from './use-preview'
import type { PromptText } from './use-prompt-form'

const OWN = 'own'

/** What the text does, saved or not: the same search, prompt, model and checks that agents get. */
export function PromptPreview({ template, tickets }: { template: PromptText; tickets: PreviewTicket[] }) {
  const t = useTranslations('prompt.preview')
  const errors = useTranslations('errors')
  const { preview, run, stop } = usePreview()
  const [on, setOn] = useState(tickets[0]?.id ?? OWN)
  const [question, setQuestion] = useState('')
  const isRunning = preview?.isRunning === true
  const isReady = (on !== OWN || question.trim() !== '') && template.zh.trim() !== '' && template.en.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isRunning) return
    void run(template, on === OWN ? { kind: 'question', question } : { kind: 'ticket', ticketId: on })
  }
  return (
    <section
      aria-label={t('title')}
      className="pane-scroll w-110 shrink-0 border-l bg-pane xl:max-w-4xl xl:flex-1 max-lg:w-full max-lg:overflow-visible max-lg:border-t max-lg:border-l-0"
    >
      <form onSubmit={submit} className="flex flex-col gap-3 border-b px-4 py-4">
        <div>
          <h2 className="font-semibold text-base">{t('title')}</h2>
          <p className="mt-1 text-pretty text-ink-3 text-sm leading-5">{t('lead')}</p>
        </div>
        <Field id="preview-on" label={t('on')}>
          <Select id="preview-on" value={on} onChange={(event) => setOn(event.target.value)}>
            <option value={OWN}>{t('ownQuestion')}</option>
            {tickets.length > 0 && (
              <optgroup label={t('tickets')}>
                {tickets.map(({ id, number, subject }) => (
                  <option key={id} value={id}>
                    #{number} {subject}
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
        </Field>
        {on === OWN && (
          <Field id="preview-question" label={t('question')}>
            <Textarea
              id="preview-question"
              rows={3}
              value={question}
              maxLength={2_000}
              placeholder={t('questionPlaceholder')}
              onChange={(event) => setQuestion(event.target.value)}
            />
          </Field>
        )}
        <div className="flex items-center gap-2">
          <Button type="submit" size="small" disabled={!isReady} aria-disabled={isRunning}>
            {t('run')}
          </Button>
          {isRunning && (
            <>
              <span role="status" className="text-ink-3 text-sm">
                {t('running')}
              </span>
              <Button variant="quiet" size="small" onClick={stop}>
                {t('stop')}
              </Button>
            </>
          )}
        </div>
        {preview?.problem && <Notice kind="error">{errors(preview.problem.code)}</Notice>}
      </form>
      {preview ? <PreviewResult preview={preview} /> : <p className="px-4 py-4 text-ink-3 text-sm">{t('empty')}</p>}
    </section>
  )
}
