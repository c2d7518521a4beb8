'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import type { TicketChange } from '@/lib/tickets/change-tickets'
import { Button } from '../../../_components/button'
import { Input } from '../../../_components/input'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../../_components/menu'
import { Popover, PopoverContent, PopoverTrigger } from '../../../_components/popover'
import { BulkResult } from './bulk-result'
import { PRIORITIES } from './queue-query'
import type { useBulk } from './use-bulk'
import type { QueueChoices } from './use-filter-words'

type BulkBarProps = {
  ids: ReadonlySet<string>
  agentId: string
  choices: QueueChoices
  work: ReturnType<typeof useBulk>
  /** Whether the view holds more than is chosen. */
  canChooseAll: boolean
  onChooseAll: () => Promise<{ isCut: boolean }>
  onChooseNone: () => void
}

/** What can be done to the chosen tickets, how far it is, and what came of it. */
export function BulkBar({ ids, agentId, choices, work, canChooseAll, onChooseAll, onChooseNone }: BulkBarProps) {
  const t = useTranslations('queueTools')
  const ticket = useTranslations('ticket')
  const [choosing, setChoosing] = useState<'idle' | 'busy' | 'failed' | 'cut' | 'all'>('idle')
  const [isRefused, setRefused] = useState(false)
  const n = ids.size
  const mustWait = isRefused && work.bulk.state === 'running'
  if (n === 0 && choosing !== 'idle' && choosing !== 'busy') setChoosing('idle')
  if (n === 0 && work.bulk.state === 'idle') return null
  const start = (change: TicketChange) => {
    const hasBegun = work.start(change, [...ids])
    setRefused(!hasBegun)
    if (hasBegun) onChooseNone()
  }
  const chooseAll = () => {
    setChoosing('busy')
    onChooseAll().then(
      ({ isCut }) => setChoosing(isCut ? 'cut' : 'all'),
      () => setChoosing('failed'),
    )
  }
  return (
    <div
      role="toolbar"
      data-bulk-bar
      aria-label={t('bulk')}
      title={`${t('bulk')} · C`}
      className="flex shrink-0 flex-col gap-1 border-t bg-pane px-3 py-1.5"
    >
      <BulkResult work={work} choices={choices} agentId={agentId} />
      {n > 0 && (
        <>
          <div className="flex min-h-7 items-center gap-2 text-sm">
            <span role="status" className="text-ink-2">
              {choosing === 'failed' ? t('chooseFailed') : choosing === 'cut' ? t('chosenCut', { n }) : t('chosen', { n })}
            </span>
            {canChooseAll && choosing !== 'cut' && choosing !== 'all' && (
              <button
                type="button"
                aria-disabled={choosing === 'busy'}
                className="rounded-sm text-accent hover:underline"
                onClick={() => choosing !== 'busy' && chooseAll()}
              >
                {t('chooseAll')}
              </button>
            )}
            <span className="grow" />
            <Button
              variant="quiet"
              size="smallIcon"
              aria-label={t('chooseNone')}
              title={t('chooseNone')}
              aria-keyshortcuts="Escape"
              onClick={onChooseNone}
            >
              <X />
            </Button>
          </div>
          <p role="status" className="text-amber text-sm empty:hidden">
            {mustWait && t('mustWait')}
          </p>
          <div data-bulk-deeds className="-ml-1.5 flex flex-wrap items-center">
            <Menu>
              <MenuTrigger asChild>
                <Button variant="quiet" size="small" className="px-1.5">
                  {t('assign')}
                </Button>
              </MenuTrigger>
              <MenuContent align="start" side="top" className="max-h-80 overflow-y-auto">
                <MenuItem onSelect={() => start({ kind: 'assign', assigneeId: agentId })}>{t('me')}</MenuItem>
                <MenuItem onSelect={() => start({ kind: 'assign', assigneeId: null })}>{t('nobody')}</MenuItem>
                <MenuSeparator />
                {choices.agents
                  .filter(({ id }) => id !== agentId)
                  .map(({ id, name }) => (
                    <MenuItem key={id} onSelect={() => start({ kind: 'assign', assigneeId: id })}>
                      {name}
                    </MenuItem>
                  ))}
              </MenuContent>
            </Menu>
            <Button variant="quiet" size="small" className="px-1.5" onClick={() => start({ kind: 'status', status: 'resolved' })}>
              {ticket('header.resolve')}
            </Button>
            <Button variant="quiet" size="small" className="px-1.5" onClick={() => start({ kind: 'status', status: 'open' })}>
              {t('reopen')}
            </Button>
            <TagDeed tags={choices.tags} onStart={start} />
            <Menu>
              <MenuTrigger asChild>
                <Button variant="quiet" size="small" className="px-1.5">
                  {t('filters.priority')}
                </Button>
              </MenuTrigger>
              <MenuContent align="start" side="top">
                {PRIORITIES.map((priority) => (
                  <MenuItem key={priority} onSelect={() => start({ kind: 'priority', priority })}>
                    {ticket(`priority.${priority}`)}
                  </MenuItem>
                ))}
              </MenuContent>
            </Menu>
          </div>
        </>
      )}
    </div>
  )
}

function TagDeed({ tags, onStart }: { tags: string[]; onStart: (change: TicketChange) => void }) {
  const t = useTranslations('queueTools')
  const [isOpen, setOpen] = useState(false)
  const [tag, setTag] = useState('')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isOpen) input.current?.focus()
  }, [isOpen])
  const start = (kind: 'tag' | 'untag') => {
    if (tag.trim() === '') return
    setOpen(false)
    setTag('')
    onStart({ kind, tag: tag.trim() })
  }
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="quiet" size="small" className="px-1.5">
          {t('filters.tag')}
        </Button>
      </PopoverTrigger>
      <PopoverContent side="top" align="start" className="w-64" aria-label={t('filters.tag')}>
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            start('tag')
          }}
        >
          <label htmlFor={id} className="text-ink-2 text-sm">
            {t('filters.tag')}
          </label>
          <Input ref={input} id={id} list={`${id}-tags`} maxLength={40} value={tag} onChange={(event) => setTag(event.target.value)} />
          <datalist id={`${id}-tags`}>
            {tags.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <span className="flex gap-2">
            <Button type="submit" size="small" variant="go">
              {t('addTag')}
            </Button>
            <Button size="small" onClick={() => start('untag')}>
              {t('removeTag')}
            </Button>
          </span>
        </form>
      </PopoverContent>
    </Popover>
  )
}
