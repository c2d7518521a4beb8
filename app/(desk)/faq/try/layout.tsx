import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function TryLayout({ children }: { children: ReactNode }) {
  return <Texts names={['faqTry', 'ticket.assistant', 'ticket.draft.causes']}>{children}</Texts>
}
