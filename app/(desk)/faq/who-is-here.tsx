'use client'

import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '../../_components/cn'
import { usePresence } from '../../_live/use-presence'

/** Who else has this open, and who of them is changing it. Nothing where one is alone. */
export function WhoIsHere({ place, me, isEditing }: { place: string; me: string; isEditing: boolean }) {
  const t = useTranslations('faqEditor.here')
  const common = useTranslations('common')
  const others = usePresence(place, isEditing)
  const namesOf = (state: 'edits' | 'looks') => [
    ...new Set(others.filter((other) => other.state === state).map(({ agentId, name }) => (agentId === me ? t('you') : name))),
  ]
  const edits = namesOf('edits')
  const looks = namesOf('looks').filter((name) => !edits.includes(name))
  // Of oneself it is said as of several: "you are".
  const who = (list: string[]) => ({ names: list.join(common('listEnd')), n: list.includes(t('you')) ? 2 : list.length })
  const words = edits.length > 0 ? t('edits', who(edits)) : looks.length > 0 ? t('looks', who(looks)) : ''
  return (
    <span role="status" className={cn('flex max-w-64 shrink-0 items-center gap-1 text-sm', edits.length > 0 ? 'text-amber' : 'text-ink-3')}>
      {words && <Users aria-hidden className="size-3.5 shrink-0" />}
      <span className="truncate" title={words}>
        {words}
      </span>
    </span>
  )
}
