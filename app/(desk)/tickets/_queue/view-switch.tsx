'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../../../_components/menu'
import type { QueuePage } from './queue-item'
import { type QueueQuery, VIEWS } from './queue-query'

/** The server counts this far (lib/tickets/count-tickets.ts); from here on a count is "999+". */
const MAX_COUNT_SHOWN = 1_000

type ViewSwitchProps = { view: QueueQuery['view']; counts: QueuePage['counts']; onChange: (view: QueueQuery['view']) => void }

/** The name of the view is the button that changes it. */
export function ViewSwitch({ view, counts, onChange }: ViewSwitchProps) {
  const t = useTranslations('queue')
  return (
    <Menu>
      <MenuTrigger className="-ml-1.5 flex h-7 items-center gap-1.5 rounded-md px-1.5 transition-colors hover:bg-sunk data-[state=open]:bg-sunk">
        {/* What is read aloud holds what is seen, as people say it who speak to their browser. */}
        <span className="sr-only">{t('switchView', { view: '' })}</span>
        <span className="font-semibold">{t(`views.${view}`)}</span>
        <span className="text-ink-3 text-sm">{shown(counts[view])}</span>
        <ChevronDown className="size-3.5 text-ink-3" />
      </MenuTrigger>
      <MenuContent align="start">
        <MenuRadioGroup value={view} onValueChange={(value) => onChange(VIEWS.find((name) => name === value) ?? 'open')}>
          {VIEWS.map((name) => (
            <MenuRadioItem key={name} value={name}>
              <span className="grow">{t(`views.${name}`)}</span>
              <span className="pl-6 text-ink-3">{shown(counts[name])}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}

function shown(count: number): string {
  return count >= MAX_COUNT_SHOWN ? `${MAX_COUNT_SHOWN - 1}+` : String(count)
}
