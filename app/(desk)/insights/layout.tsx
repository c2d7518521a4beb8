import type { ReactNode } from 'react'
import { Texts } from '../../_texts/texts'

export default function InsightsLayout({ children }: { children: ReactNode }) {
  return <Texts names={['insights']}>{children}</Texts>
}
