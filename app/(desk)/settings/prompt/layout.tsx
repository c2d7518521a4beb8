import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function PromptLayout({ children }: { children: ReactNode }) {
  return <Texts names={['faqTry', 'prompt', 'rung', 'ticket.draft.causes']}>{children}</Texts>
}
