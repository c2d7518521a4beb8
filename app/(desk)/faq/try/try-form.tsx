'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Language } from '@/prisma/generated/enums'
import { Button } from '../../../_components/button'
import { Select, Textarea } from '../../../_components/input'
import { Kbd } from '../../../_components/kbd'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { EarlierTurns } from './earlier-turns'
import type { Asked, Turn } from './use-try'

type TryFormProps = { question: string; isRunning: boolean; onRun: (asked: Asked) => void; onStop: () => void }

/** The question, and in which language it is. Enter asks; Shift+Enter begins a new line. */
export function TryForm({ question: first, isRunning, onRun, onStop }: TryFormProps) {
  const t = useTranslations('faqTry')
  const [question, setQuestion] = useState(first)
  const [language, setLanguage] = useState<Language>()
  const [turns, setTurns] = useState<Turn[]>([])
  const box = useRef<HTMLTextAreaElement>(null)
  useHotkeys({
    '/': (event) => {
      event.preventDefault()
      box.current?.select()
    },
  })
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (question.trim() === '') return
    const said = turns.filter(({ text }) => text.trim() !== '')
    onRun({ question, language, ...(said.length > 0 && { turns: said }) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a word of an input method is not meant for us.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
    if (event.key === 'Escape' && isRunning) onStop()
  }
  return (
    <form aria-label={t('title')} onSubmit={submit} className="flex shrink-0 flex-col gap-2 border-b px-4 py-3.5">
      <EarlierTurns turns={turns} language={language} onChange={setTurns} />
      <Textarea
        ref={box}
        autoFocus
        value={question}
        maxLength={10_000}
        lang={language}
        aria-label={t('question')}
        placeholder={t('placeholder')}
        onChange={(event) => setQuestion(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-60 min-h-19 resize-none text-lg"
      />
      <div className="flex items-center gap-2">
        <Select
          aria-label={t('language')}
          value={language ?? ''}
          onChange={(event) => setLanguage(Object.values(Language).find((each) => each === event.target.value))}
          className="h-8 w-auto border-line-strong text-sm"
        >
          <option value="">{t('languages.auto')}</option>
          {Object.values(Language).map((each) => (
            <option key={each} value={each}>
              {t(`languages.${each}`)}
            </option>
          ))}
        </Select>
        <span className="grow" />
        {isRunning && (
          <Button variant="quiet" onClick={onStop}>
            {t('stop')} <Kbd className="max-md:hidden">Esc</Kbd>
          </Button>
        )}
        <Button type="submit" variant="go" disabled={question.trim() === ''} aria-disabled={isRunning}>
          {t('run')} ↵
        </Button>
      </div>
    </form>
  )
}
