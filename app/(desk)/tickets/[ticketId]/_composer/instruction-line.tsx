'use client'

import { CornerDownLeft, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../_components/button'
import { Input } from '../../../../_components/input'

type InstructionLineProps = { isWriting: boolean; onAsk: (instruction: string) => void; onClose: () => void }

/** One line in which the agent says what the model is to change. */
export function InstructionLine({ isWriting, onAsk, onClose }: InstructionLineProps) {
  const t = useTranslations('composer.actions')
  const [wish, setWish] = useState('')
  const line = useRef<HTMLInputElement>(null)
  useEffect(() => line.current?.focus(), [])
  return (
    <form
      className="flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk(wish)
      }}
    >
      <Input
        ref={line}
        value={wish}
        maxLength={300}
        aria-label={t('instructLabel')}
        placeholder={t('instructPlaceholder')}
        className="grow"
        onChange={(event) => setWish(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || isWriting) return
          event.preventDefault()
          onClose()
        }}
      />
      <Button type="submit" aria-disabled={isWriting || wish.trim() === ''}>
        <CornerDownLeft className="size-3.5!" />
        {t('instructGo')}
      </Button>
      <Button variant="quiet" size="icon" aria-label={t('instructClose')} onClick={onClose}>
        <X />
      </Button>
    </form>
  )
}
