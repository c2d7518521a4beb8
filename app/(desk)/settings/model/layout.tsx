import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function ModelLayout({ children }: { children: ReactNode }) {
  return <Texts names={['model']}>{children}</Texts>
}
