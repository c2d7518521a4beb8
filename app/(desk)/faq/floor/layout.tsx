import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function FloorLayout({ children }: { children: ReactNode }) {
  return <Texts names={['faqFloor']}>{children}</Texts>
}
