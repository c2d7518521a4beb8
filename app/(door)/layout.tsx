import type { ReactNode } from 'react'
import { BrandMark } from '../_components/brand-mark'
import { Texts } from '../_texts/texts'
import { LanguageSwitch } from './language-switch'

/** The threshold: one narrow column, nothing else. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <Texts names={['door', 'errors', 'people.accept', 'shell']}>
      <div className="flex min-h-dvh flex-col">
        <main className="m-auto w-full max-w-[23rem] px-6 py-12">
          <div className="mb-8 flex items-center gap-2.5">
            <BrandMark className="size-7" />
            <span className="font-semibold text-lg">Deskhand</span>
          </div>
          {children}
        </main>
        <footer className="flex justify-center p-4">
          <LanguageSwitch />
        </footer>
      </div>
    </Texts>
  )
}
