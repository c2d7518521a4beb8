'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { CaretList } from '../../../_caret/caret-list'
import { useCaretTrigger } from '../../../_caret/use-caret-trigger'
import { Avatar } from '../../../_components/avatar'
import { matches } from '../../../_palette/matches'

type Person = { id: string; name: string }

const MAX_OFFERED = 8

type MentionListProps = { box: RefObject<HTMLTextAreaElement | null>; onMention: (id: string) => void }

/** `@` offers the colleagues, by name or pinyin initials. */
export function MentionList({ box, onMention }: MentionListProps) {
  const t = useTranslations('notifications.mention')
  const { typed, replace, close } = useCaretTrigger(box, '@')
  const people = usePeople(typed !== null)
  if (!typed) return null
  const items = people === 'failed' ? [] : (people ?? []).filter(({ name }) => matches(name, typed.q)).slice(0, MAX_OFFERED)
  // A name that has blanks in it is typed to its end without the list.
  if (people && people !== 'failed' && items.length === 0) return null
  const status = people === 'failed' ? t('failed') : people ? t('count', { n: items.length }) : t('loading')
  const choose = ({ id, name }: Person) => {
    replace(`@${name} `)
    onMention(id)
  }
  return (
    <CaretList box={box} at={typed.start} label={t('label')} items={items} status={status} onChoose={choose} onClose={close}>
      {({ name }) => (
        <span className="flex items-center gap-2">
          <Avatar name={name} className="size-5.5" />
          <span className="truncate">{name}</span>
        </span>
      )}
    </CaretList>
  )
}

/** Everybody who can be named, read when the first `@` is typed. */
function usePeople(isWanted: boolean): Person[] | 'failed' | null {
  const [people, setPeople] = useState<Person[] | 'failed' | null>(null)
  const isMissing = people === null || people === 'failed'
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; after a failure, with the next @
  useEffect(() => {
    if (!isWanted || !isMissing) return
    const late = new AbortController()
    fetch('/api/agents', { signal: late.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`The list answered ${response.status}.`)
        setPeople(((await response.json()) as { items: Person[] }).items)
      })
      .catch(() => !late.signal.aborted && setPeople('failed'))
    return () => late.abort()
  }, [isWanted])
  return people
}
