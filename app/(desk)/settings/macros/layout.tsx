import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function MacrosLayout({ children }: { children: ReactNode }) {
  return <Texts names={['macros']}>{children}</Texts>
}
