'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Kbd } from '../../../_components/kbd'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../../../_components/menu'
import { useHotkeys } from '../../../_components/use-hotkeys'
import type { QueuePage } from './queue-item'
import { type QueueQuery, VIEWS } from './queue-query'

/** The server counts this far (lib/tickets/count-tickets.ts); from here on a count is "999+". */
const MAX_COUNT_SHOWN = 1_000

type ViewSwitchProps = { view: QueueQuery['view']; counts: QueuePage['counts']; onChange: (view: QueueQuery['view']) => void }

/** The name of the view is the button that changes it; the number of a view in its list is the key that does. */
export function ViewSwitch({ view, counts, onChange }: ViewSwitchProps) {
  const t = useTranslations('queue')
  const show = (at: number) => () => onChange(VIEWS[at] ?? 'open')
  useHotkeys({ 1: show(0), 2: show(1), 3: show(2), 4: show(3), 5: show(4), 6: show(5), 7: show(6) })
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
          {VIEWS.map((name, at) => (
            <MenuRadioItem key={name} value={name}>
              <span className="grow">{t(`views.${name}`)}</span>
              <span className="pl-6 text-ink-3">{shown(counts[name])}</span>
              <Kbd className="max-md:hidden">{at + 1}</Kbd>
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
