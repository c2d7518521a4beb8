import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function ImportLayout({ children }: { children: ReactNode }) {
  return <Texts names={['faqImport']}>{children}</Texts>
}
