'use client'

import { IntlProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { mergeTexts } from './merge-texts'

/** A provider of texts takes the place of the one around it; this one adds to it. */
export function AddTexts({ texts, children }: { texts: Record<string, unknown>; children: ReactNode }) {
  const outer = useMessages()
  const messages = useMemo(() => mergeTexts(outer, texts), [outer, texts])
  return (
    <IntlProvider locale={useLocale()} messages={messages}>
      {children}
    </IntlProvider>
  )
}
