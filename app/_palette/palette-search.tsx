'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLeave } from '../_components/leave-guard'
import { isMeant } from './matches'
import { GROUPS, type PaletteItem } from './palette-item'
import { PaletteLine } from './palette-line'
import { keepRecent, readRecent } from './recent'
import { useDeeds } from './use-deeds'
import { useFound } from './use-found'
import { usePlaces } from './use-places'

type PaletteSearchProps = {
  isAdmin: boolean
  isDemo: boolean
  /** What stands in the line; some of it from before this was here. */
  typed: string
  /** Whether Enter is waiting for what the words find. */
  isHurried: boolean
  onHurry: (isHurried: boolean) => void
  /** Hears the keys of the line, as long as this is here. */
  onListKey: RefObject<((event: KeyboardEvent) => void) | null>
  onActive: (id: string | undefined) => void
  onClose: (then?: () => void) => void
}

/** What the line finds; the focus stays in the line. */
export function PaletteSearch({ isAdmin, isDemo, typed, isHurried, onHurry, onListKey, onActive, onClose }: PaletteSearchProps) {
  const t = useTranslations('palette')
  const router = useRouter()
  const leave = useLeave()
  const [chosen, setChosen] = useState({ typed, at: 0 })
  const list = useRef<HTMLDivElement>(null)
  const q = typed.trim()
  const found = useFound(q)
  const items = useItems(q, found.items, { isAdmin, isDemo })
  // Other words begin at the top.
  const choice = chosen.typed === typed ? Math.min(chosen.at, Math.max(0, items.length - 1)) : 0
  const setAt = (at: number) => setChosen({ typed, at })
  const activeId = items[choice] && `palette-${items[choice].id}`

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
    onActive(activeId)
  }, [activeId, onActive])
  const take = (item: PaletteItem) => {
    const { href } = item
    if (href === undefined) return onClose(item.run)
    keepRecent({ href, label: item.label, detail: item.detail, lang: item.lang })
    onClose(() => leave(() => router.push(href)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step && items.length > 0) {
      const next = choice + step
      setAt(Math.abs(step) === 1 ? (next + items.length) % items.length : Math.min(Math.max(next, 0), items.length - 1))
    }
    if (step) onHurry(false)
    if (event.key === 'Enter') {
      const item = items[choice]
      // What earlier words found still stands there; Enter is meant for what these will find.
      if (found.state === 'searching' && choice === 0 && (!item || found.items.includes(item))) onHurry(true)
      else if (item) take(item)
    }
    if (step || event.key === 'Enter') event.preventDefault()
  }
  useLayoutEffect(() => {
    onListKey.current = onKeyDown
    return () => {
      onListKey.current = null
    }
  })
  useEffect(() => {
    if (!isHurried || found.state === 'searching') return
    onHurry(false)
    if (items[0] && found.state !== 'failed') take(items[0])
  })
  const status =
    found.state === 'searching' && items.length === 0
      ? t('searching')
      : found.state === 'failed'
        ? t('failed')
        : t('count', { n: items.length })
  return (
    <>
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
