import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <Texts names={['people']}>{children}</Texts>
}
