'use client'

import { useTranslations } from 'next-intl'
import { cn } from '../../../_components/cn'
import { Textarea } from '../../../_components/input'

type PromptFieldProps = {
  language: 'zh' | 'en'
  value: string
  room: number
  model: string | null
  problem: 'empty' | 'tooLong' | null
  onChange: (text: string) => void
}

/** The system part in one language, with how much room there is for it. */
export function PromptField({ language, value, room, model, problem, onChange }: PromptFieldProps) {
  const t = useTranslations('prompt')
  const id = `prompt-${language}`
  const problemWords =
    problem === 'tooLong' ? (model ? t('tooLong', { model, most: room }) : t('tooLongAnyway', { most: room })) : problem && t('empty')
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <label htmlFor={id} className="font-medium text-ink-2 text-sm">
          {t(language)}
        </label>
        <span id={`${id}-room`} className={cn('text-xs', problem === 'tooLong' ? 'text-red' : 'text-ink-3')}>
          {model ? t('roomOf', { n: value.trim().length, most: room, model }) : t('room', { n: value.trim().length, most: room })}
        </span>
      </div>
      <Textarea
        id={id}
        lang={language}
        value={value}
        rows={5}
        spellCheck={language === 'en'}
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : `${id}-room`}
        className="field-sizing-content min-h-33 leading-6"
        onChange={(event) => onChange(event.target.value)}
      />
      {problemWords && (
        <p id={`${id}-problem`} role="alert" className="text-red text-xs">
          {problemWords}
        </p>
      )}
    </div>
  )
}
