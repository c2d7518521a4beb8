import type { ReactNode } from 'react'
import { Texts } from '../../_texts/texts'

export default function FaqLayout({ children }: { children: ReactNode }) {
  return (
    <Texts
      names={['assistant.wrongFor', 'faq', 'faqCheck', 'faqEditor', 'faqGaps', 'faqImport.transfer', 'faqList', 'faqTry.picker', 'rung']}
    >
      {children}
    </Texts>
  )
}
