'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLeave } from '../_components/leave-guard'
import { isMeant } from './matches'
import { GROUPS, type PaletteItem } from './palette-item'
import { PaletteLine } from './palette-line'
import { keepRecent, readRecent } from './recent'
import { SearchLine } from './search-line'
import { useDeeds } from './use-deeds'
import { useFound } from './use-found'
import { usePlaces } from './use-places'

type PaletteSearchProps = {
  isAdmin: boolean
  isDemo: boolean
  /** What was typed before this was here. */
  begun: string
  onClose: (then?: () => void) => void
}

/** The line one types in and what it finds; the focus stays in the line. */
export function PaletteSearch({ isAdmin, isDemo, begun, onClose }: PaletteSearchProps) {
  const t = useTranslations('palette')
  const router = useRouter()
  const leave = useLeave()
  const [typed, setTyped] = useState(begun)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const q = typed.trim()
  const found = useFound(q)
  const items = useItems(q, found.items, { isAdmin, isDemo })
  const choice = Math.min(at, Math.max(0, items.length - 1))
  const activeId = items[choice] && `palette-${items[choice].id}`

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  const take = (item: PaletteItem) => {
    const { href } = item
    if (href === undefined) return onClose(item.run)
    keepRecent({ href, label: item.label, detail: item.detail, lang: item.lang })
    onClose(() => leave(() => router.push(href)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys with which an input method ends a word are not meant for us.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step && items.length > 0) {
      const next = choice + step
      setAt(Math.abs(step) === 1 ? (next + items.length) % items.length : Math.min(Math.max(next, 0), items.length - 1))
    }
    const item = items[choice]
    if (event.key === 'Enter' && item) take(item)
    if (step || event.key === 'Enter') event.preventDefault()
  }
  const status =
    found.state === 'searching' && items.length === 0
      ? t('searching')
      : found.state === 'failed'
        ? t('failed')
        : t('count', { n: items.length })
  return (
    <>
      <SearchLine
        typed={typed}
        onType={(words) => {
          setTyped(words)
          setAt(0)
        }}
        list={{ id: 'palette-list', activeId, onKeyDown }}
      />
      <p role="status" className="sr-only">
        {status}
      </p>
      <div ref={list} id="palette-list" role="listbox" aria-label={t('label')} className="max-h-[min(26rem,60vh)] overflow-y-auto p-1.5">
        {GROUPS.map((group) => {
          const lines = items.filter((item) => item.group === group)
          if (lines.length === 0) return null
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
            <div key={group} role="group" aria-labelledby={`palette-${group}`}>
              <div id={`palette-${group}`} className="px-2.5 pt-2 pb-1 text-ink-3 text-xs">
                {t(`groups.${group}`)}
              </div>
              {lines.map((item) => (
                <PaletteLine
                  key={item.id}
                  item={item}
                  isChosen={items[choice] === item}
                  onPoint={() => setAt(items.indexOf(item))}
                  onTake={() => take(item)}
                />
              ))}
            </div>
          )
        })}
      </div>
      {(items.length === 0 || found.state === 'failed' || found.state === 'partial') && (
        <p className="px-4 pb-4 text-ink-3 text-sm">
          {found.state === 'failed' || found.state === 'partial'
            ? t(found.state)
            : found.state === 'searching'
              ? t('searching')
              : t('nothing')}
        </p>
      )}
    </>
  )
}

/** Everything the words mean, in the order of the groups; without words, where one was and what can be done here. */
function useItems(q: string, found: PaletteItem[], who: { isAdmin: boolean; isDemo: boolean }): PaletteItem[] {
  const [recent] = useState(readRecent)
  const deeds = useDeeds()
  const places = usePlaces(who)
  if (q === '') {
    const lately = recent.map((one): PaletteItem => ({ ...one, id: `recent-${one.href}`, group: 'recent' }))
    return [...lately, ...deeds, ...places]
  }
  const here = [...deeds, ...places].filter((item) => isMeant(item, q))
  const all = [...here, ...found]
  return GROUPS.flatMap((group) => all.filter((item) => item.group === group))
}
