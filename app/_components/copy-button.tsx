'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from './button'

/** Copies a text and says so on itself for a moment. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations('common')
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2_000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      // Over plain HTTP browsers give no clipboard; the text stands beside the button and can be selected.
      () => setState('failed'),
    )
  return (
    <Button size="small" onClick={copy} aria-label={`${t('copy')}: ${label}`}>
      {state === 'copied' ? <Check className="text-green" /> : <Copy />}
      <span aria-live="polite">{t(state === 'idle' ? 'copy' : state)}</span>
    </Button>
  )
}
