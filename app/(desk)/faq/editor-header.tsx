'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '../../_components/button'
import { PaneHeader } from '../../_components/pane'
import { useSendKey } from '../../_components/use-send-key'
import type { useRuleDraft } from './use-rule-draft'
import { WhoIsHere } from './who-is-here'

type EditorHeaderProps = {
  draft: ReturnType<typeof useRuleDraft>
  me: string
  isAdmin: boolean
  closeHref: string
  onPublish: () => void
}

/** Which rule it is, who else has it open, whether it is saved, and what can be done with it. */
export function EditorHeader({ draft, me, isAdmin, closeHref, onPublish }: EditorHeaderProps) {
  const t = useTranslations('faq')
  const editor = useTranslations('faqEditor')
  const common = useTranslations('common')
  const publishKey = useSendKey()
  const saveKey = publishKey.replace('↵', 'S')
  const { base, form, isDirty, isPending, isSaved, isBehind } = draft
  const isDraft = form.status !== 'published'
  return (
    <PaneHeader>
      <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5 md:hidden">
        <Link href={closeHref} aria-label={common('back')}>
          <ArrowLeft />
        </Link>
      </Button>
      <h1 className="min-w-0 truncate font-semibold text-base">{base ? base.question : t('new')}</h1>
      {base && <span className="shrink-0 text-ink-3 text-sm">{t('form.version', { n: base.version })}</span>}
      <span className="grow" />
      {base && isAdmin && <WhoIsHere place={`rule/${base.id}`} me={me} isEditing={isDirty} />}
      {isAdmin && (
        <>
          <span role="status" className="shrink-0 text-ink-3 text-sm max-lg:hidden">
            {isDirty ? t('form.unsaved') : isSaved ? t('form.saved') : ''}
          </span>
          {isDirty && (
            <Button variant="quiet" size="small" onClick={draft.discard}>
              {t('form.discard')}
            </Button>
          )}
          <Button
            type="submit"
            variant={isDirty && !isDraft ? 'go' : 'plain'}
            size="small"
            disabled={!isDirty || isBehind}
            aria-disabled={isPending}
            aria-keyshortcuts="Control+S Meta+S"
            title={isBehind ? editor('chooseFirst') : isDirty ? saveKey : editor('nothingToSave')}
          >
            {isPending ? t('form.saving') : base ? t('form.save') : t('form.create')}
          </Button>
          {isDraft && (
            <Button
              variant="go"
              size="small"
              disabled={isBehind}
              aria-disabled={isPending}
              aria-keyshortcuts="Control+Enter Meta+Enter"
              title={isBehind ? editor('chooseFirst') : publishKey}
              onClick={onPublish}
            >
              {editor('publish')}
            </Button>
          )}
        </>
      )}
    </PaneHeader>
  )
}
