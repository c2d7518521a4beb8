'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { PaneHeader } from '../../../_components/pane'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { type AssistantData, AssistantProvider } from './assistant-context'
import { CheckList } from './check-list'
import { DraftFacts } from './draft-facts'
import { EarlierDrafts } from './earlier-drafts'
import { useReplyState } from './reply-context'
import { RuleList } from './rule-list'
import { type ThreadState, ThreadSummary } from './thread-summary'

/** Why one may trust the draft, beside it; on a narrow screen a drawer. */
export function Assistant({ thread, children, ...data }: AssistantData & { thread: ThreadState; children: ReactNode }) {
  const t = useTranslations('ticket')
  const { isAssistantOpen, setAssistantOpen } = useReplyState()
  const pane = useRef<HTMLDivElement>(null)
  useHotkeys({
    v: () => {
      const isHere = pane.current?.contains(document.activeElement) === true
      flushSync(() => setAssistantOpen(!isHere))
      if (isHere) (document.activeElement as HTMLElement | null)?.blur()
      else pane.current?.focus()
    },
  })
  useEffect(() => {
    if (!isAssistantOpen) return
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setAssistantOpen(false)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isAssistantOpen, setAssistantOpen])
  return (
    <aside
      aria-label={t('assistant.title')}
      className={cn(
        'flex w-90 shrink-0 flex-col border-l bg-pane max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:max-w-full max-lg:shadow-float',
        isAssistantOpen ? 'max-lg:float-in' : 'max-lg:hidden',
      )}
    >
      <PaneHeader>
        <h2 className="grow font-semibold text-base">{t('assistant.title')}</h2>
        <Button
          variant="quiet"
          size="smallIcon"
          className="-mr-1.5 lg:hidden"
          aria-label={t('header.closeAssistant')}
          onClick={() => setAssistantOpen(false)}
        >
          <X />
        </Button>
      </PaneHeader>
      <div ref={pane} tabIndex={-1} className="pane-scroll grow focus-visible:-outline-offset-2">
        <AssistantProvider {...data}>
          <ThreadSummary thread={thread} />
          <CheckList />
          <RuleList />
          <DraftFacts />
          <EarlierDrafts />
        </AssistantProvider>
        {children}
      </div>
    </aside>
  )
}
