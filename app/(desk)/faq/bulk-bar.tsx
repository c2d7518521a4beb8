'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkChange } from '@/lib/faq/change-rules'
import type { RuleLabels } from '@/lib/faq/list-rule-labels'
import { Button } from '../../_components/button'
import { Input } from '../../_components/input'
import { Popover, PopoverContent, PopoverTrigger } from '../../_components/popover'
import { useAttempt } from '../../_doors/use-attempt'
import { changeRulesAction } from './bulk-actions'

/** More than the verb takes at once. */
const MAX_AT_ONCE = 1_000

type BulkBarProps = { ids: string[]; labels: RuleLabels; onDone: () => void }

/** What can be done to the chosen rules; each deed says once more how many it is about. */
export function BulkBar({ ids, labels, onDone }: BulkBarProps) {
  const t = useTranslations('faqList')
  const { run, isPending, words } = useAttempt()
  const n = ids.length
  const change = (what: BulkChange) => !isPending && run(() => changeRulesAction(ids.slice(0, MAX_AT_ONCE), what), onDone)
  return (
    <div role="toolbar" aria-label={t('chosen', { n })} className="flex shrink-0 flex-wrap items-center gap-1 border-t bg-pane px-3 py-2">
      <span role="status" className="grow text-ink-2 text-sm">
        {words ?? t('chosen', { n })}
      </span>
      <Deed name={t('publish')} ask={t('publishAsk', { n })} onConfirm={() => change({ kind: 'status', status: 'published' })} />
      <Deed name={t('archive')} ask={t('archiveAsk', { n })} onConfirm={() => change({ kind: 'status', status: 'archived' })} />
      <Deed
        name={t('addTag')}
        ask={t('tagAsk', { n })}
        choices={labels.tags}
        maxLength={40}
        onConfirm={(tag) => change({ kind: 'tag', tag })}
      />
      <Deed
        name={t('setCategory')}
        ask={t('categoryAsk', { n })}
        choices={labels.categories}
        maxLength={60}
        onConfirm={(category) => change({ kind: 'category', category })}
      />
      <Button variant="quiet" size="smallIcon" aria-label={t('chooseNone')} onClick={onDone}>
        <X />
      </Button>
    </div>
  )
}

type DeedProps = { name: string; ask: string; choices?: string[]; maxLength?: number; onConfirm: (text: string) => void }

function Deed({ name, ask, choices, maxLength, onConfirm }: DeedProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const listId = `labels-${maxLength ?? 0}`
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="quiet" size="small">
          {name}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" side="top" className="w-72">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (choices && text.trim() === '') return
            setOpen(false)
            onConfirm(text.trim())
          }}
        >
          <p className="text-ink-2 text-sm leading-5">{ask}</p>
          {choices && (
            <>
              <Input aria-label={name} list={listId} value={text} maxLength={maxLength} onChange={(event) => setText(event.target.value)} />
              <datalist id={listId}>
                {choices.map((choice) => (
                  <option key={choice} value={choice} />
                ))}
              </datalist>
            </>
          )}
          <Button type="submit" variant="go" size="small" className="self-start">
            {name}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  )
}
