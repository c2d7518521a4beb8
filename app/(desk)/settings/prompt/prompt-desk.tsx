'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import type { PromptVersion } from '@/lib/settings/list-prompt-templates'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { PaneHeader } from '../../../_components/pane'
import { PromptField } from './prompt-field'
import { PromptHistory } from './prompt-history'
import { PromptMeanwhile } from './prompt-meanwhile'
import { PromptPreview } from './prompt-preview'
import type { PreviewTicket } from './use-preview'
import { type PromptText, usePromptForm } from './use-prompt-form'

type PromptDeskProps = {
  /** The newest first. */
  versions: PromptVersion[]
  /** What Deskhand came with. */
  own: PromptText
  room: Record<keyof PromptText, number>
  model: string | null
  tickets: PreviewTicket[]
  children: ReactNode
}

/** The prompt as it is edited, beside what it does. */
export function PromptDesk({ versions, own, room, model, tickets, children }: PromptDeskProps) {
  const t = useTranslations('prompt')
  const [current] = versions as [PromptVersion, ...PromptVersion[]]
  const draft = usePromptForm(current, room)
  const { form, isDirty, isPending, canSave, meanwhile, save } = draft
  const isOwn = form.zh === own.zh && form.en === own.en
  useSaveKey(save)
  return (
    <section aria-label={t('title')} className="flex h-full flex-col">
      <PaneHeader title={t('title')}>
        <span className="min-w-0 truncate text-ink-3 text-sm max-md:sr-only">
          {isDirty ? t('unsaved') : t('inForce', { n: current.version })}
        </span>
        <span className="grow" />
        {isDirty && (
          <Button variant="quiet" size="small" onClick={draft.discard}>
            {t('discard')}
          </Button>
        )}
        <Button
          variant="go"
          size="small"
          aria-disabled={isPending}
          disabled={!canSave && !isPending}
          title={isDirty ? undefined : t('nothing')}
          onClick={save}
        >
          {t(isPending ? 'saving' : 'save', { n: current.version + 1 })}
        </Button>
      </PaneHeader>
      <div className="flex min-h-0 grow max-lg:flex-col max-lg:overflow-y-auto">
        <div className="pane-scroll min-w-0 grow xl:w-3xl xl:flex-none max-lg:shrink-0 max-lg:overflow-visible">
          <div className="flex max-w-3xl flex-col gap-4 px-7 py-5 max-md:px-4">
            <p className="text-ink-3">{t('lead')}</p>
            {draft.savedVersion !== null && <Notice kind="done">{t('saved', { n: draft.savedVersion })}</Notice>}
            {draft.words && <Notice kind="error">{draft.words}</Notice>}
            {meanwhile && (
              <PromptMeanwhile theirs={meanwhile} base={draft.base} mine={form} onTake={draft.takeTheirs} onGoOn={draft.goOn} />
            )}
            {(['zh', 'en'] as const).map((language) => (
              <PromptField
                key={language}
                language={language}
                value={form[language]}
                room={room[language]}
                model={model}
                problem={draft.isEmpty(language) ? 'empty' : draft.isTooLong(language) ? 'tooLong' : null}
                onChange={(text) => draft.change({ [language]: text })}
              />
            ))}
            <div className="flex flex-wrap items-center gap-2">
              <Button size="small" disabled={isOwn} aria-describedby="reset-hint" onClick={() => draft.change(own)}>
                {t('reset')}
              </Button>
              <span id="reset-hint" className="min-w-0 text-ink-3 text-xs">
                {t(isOwn ? 'resetSame' : 'resetHint')}
              </span>
            </div>
            {children}
            <PromptHistory versions={versions} isPending={isPending} onRestore={draft.restore} />
          </div>
        </div>
        <PromptPreview template={form} tickets={tickets} />
      </div>
    </section>
  )
}

/** Ctrl or ⌘ with S, also while somebody types; the browser's own "save page" is nobody's wish here. */
function useSaveKey(save: () => void): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.isComposing) return
      if (document.querySelector('dialog[open], [role="menu"]')) return
      event.preventDefault()
      if (!event.repeat) latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
