import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function SendingLayout({ children }: { children: ReactNode }) {
  return <Texts names={['composer.settings']}>{children}</Texts>
}
