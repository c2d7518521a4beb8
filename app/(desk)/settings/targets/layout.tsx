import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function TargetsLayout({ children }: { children: ReactNode }) {
  return <Texts names={['due.settings', 'ticket.priority']}>{children}</Texts>
}
