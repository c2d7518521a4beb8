import type { ReactNode } from 'react'
import { PaneHeader } from '../../_components/pane'

type SettingsPaneProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A page of the settings: its name, what it is for, and one column. */
export function SettingsPane({ title, lead, actions, children }: SettingsPaneProps) {
  return (
    <section className="flex h-full flex-col">
      <PaneHeader title={title}>
        <span className="grow" />
        {actions}
      </PaneHeader>
      <div className="pane-scroll grow">
        <div className="flex max-w-3xl flex-col gap-5 px-7 py-5 max-md:px-4">
          {lead && <p className="text-ink-3">{lead}</p>}
          {children}
        </div>
      </div>
    </section>
  )
}
