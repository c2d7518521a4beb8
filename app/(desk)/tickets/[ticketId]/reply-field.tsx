'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Language } from '@/prisma/generated/enums'
import { cn } from '../../../_components/cn'
import { useAltKeys } from '../../../_components/use-alt-keys'
import type { Stroke } from './_composer/reply-history'
import { SentenceCard } from './_composer/sentence-card'
import { StreamedText } from './_composer/streamed-text'
import { useHistoryKeys } from './_composer/use-history-keys'
import { useSentenceCard } from './_composer/use-sentence-card'
import { MacroList } from './macro-list'
import { markText } from './mark-text'
import { MarkedText } from './marked-text'
import { useReplyState } from './reply-context'
import { useSteadyCaret } from './use-steady-caret'

type ReplyFieldProps = {
  ref: Ref<HTMLTextAreaElement>
  language: Language
  label: string
  describedById: string
  isActive: boolean
  /** Before the field's own keys, a popup at the caret for instance; true when it has taken the key. */
  onBoxKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
}

const METRICS = 'message-text col-start-1 row-start-1 min-h-[84px] w-full px-3.5 py-3'

/**
 * The reply as one edits it. The letters one sees are drawn by a copy behind the text box, in the same metrics, so that
 * citations and doubtful sentences are marked while the box stays a plain one: every keyboard, input method and reader
 * knows how to work it. While an input method composes, the box shows its own letters.
 */
export function ReplyField({ ref, language, label, describedById, isActive, onBoxKey }: ReplyFieldProps) {
  const t = useTranslations('ticket.composer')
  const { text, edit, placed, base, lit, setLit, caret, undo, redo, isWriting, isUnfinished, isStreaming } = useReplyState()
  const [isComposing, setComposing] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const marks = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLTextAreaElement)
  const noteCaret = useSteadyCaret(box, text)
  const { asked, anchor, close, lightAt, leave, openAt, lightCaret, toggleAtCaret } = useSentenceCard(box, marks)
  const moveInHistory = useHistoryKeys(box, { undo, redo })
  useAltKeys({ k: toggleAtCaret }, isActive)

  // After the steady caret has put it where it was.
  useLayoutEffect(() => {
    if (caret && document.activeElement === box.current) box.current?.setSelectionRange(caret.at, caret.at)
  }, [caret])

  const onChange = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    noteCaret()
    close()
    edit(target.value, strokeOf(nativeEvent as InputEvent))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (onBoxKey?.(event) || moveInHistory(event)) return
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return
    // One step out at a time: the writing (use-model-actions), the card, the box.
    if (isUnfinished) return
    if (asked) close()
    else box.current?.blur()
  }

  return (
    <div className="pane-scroll max-h-[38dvh] rounded-md border border-line-strong bg-pane transition-colors focus-within:border-accent">
      <div className="grid">
        <div
          ref={marks}
          aria-hidden="true"
          lang={language}
          className={cn(METRICS, 'pointer-events-none select-none', isComposing && 'text-transparent')}
        >
          {isStreaming ? (
            <StreamedText text={text} />
          ) : (
            <MarkedText stretches={markText(text, placed)} lit={lit} rules={base?.rules ?? []} />
          )}
          {/* A last empty line has no height of its own. */}
          {'\u200b'}
        </div>
        <textarea
          ref={box}
          lang={language}
          aria-label={label}
          aria-describedby={describedById}
          aria-busy={isStreaming}
          placeholder={t('placeholder')}
          value={text}
          readOnly={isWriting}
          maxLength={20_000}
          spellCheck={language === 'en'}
          className={cn(METRICS, 'resize-none overflow-hidden bg-transparent caret-ink outline-none', !isComposing && 'text-transparent')}
          onChange={onChange}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onMouseMove={lightAt}
          onMouseLeave={leave}
          onClick={openAt}
          onKeyUp={lightCaret}
          onKeyDown={onKeyDown}
          onBlur={() => setLit(null)}
        />
        <MacroList box={box} language={language} isActive={isActive} />
      </div>
      <SentenceCard asked={asked} anchor={anchor} language={language} onClose={close} />
    </div>
  )
}

function strokeOf({ inputType, isComposing }: InputEvent): Stroke {
  const kind = inputType?.startsWith('delete')
    ? 'delete'
    : inputType === 'insertText' || inputType === 'insertCompositionText'
      ? 'insert'
      : 'other'
  return { kind, isComposing: isComposing === true, at: Date.now() }
}
