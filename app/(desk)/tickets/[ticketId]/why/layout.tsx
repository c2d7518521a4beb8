import type { ReactNode } from 'react'
import { Texts } from '../../../../_texts/texts'

export default function WhyLayout({ children }: { children: ReactNode }) {
  return <Texts names={['assistant.why']}>{children}</Texts>
}
