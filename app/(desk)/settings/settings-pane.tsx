import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '../../_components/button'
import { PaneHeader } from '../../_components/pane'

type SettingsPaneProps = {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** The list that this is one of. */
  back?: { href: string; label: string }
  children: ReactNode
}

/** A page of the settings: its name, what it is for, and one column. */
export function SettingsPane({ title, lead, actions, back, children }: SettingsPaneProps) {
  return (
    <section className="flex h-full flex-col">
      <PaneHeader>
        {back && (
          <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5">
            <Link href={back.href} aria-label={back.label}>
              <ArrowLeft />
            </Link>
          </Button>
        )}
        <h1 className="min-w-0 truncate font-semibold text-base">{title}</h1>
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
