import type { ReactNode } from 'react'
import { Texts } from '../../../_texts/texts'

export default function CacheLayout({ children }: { children: ReactNode }) {
  return <Texts names={['cache']}>{children}</Texts>
}
