'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { Language } from '@/prisma/generated/enums'
import { cn } from '../../../_components/cn'
import { MacroList } from './macro-list'
import { markText } from './mark-text'
import { MarkedText } from './marked-text'
import { useReplyState } from './reply-context'
import { useSteadyCaret } from './use-steady-caret'

type ReplyFieldProps = { ref: Ref<HTMLTextAreaElement>; language: Language; label: string; describedById: string }

const METRICS = 'message-text col-start-1 row-start-1 min-h-[84px] w-full px-3.5 py-3'

/**
 * The reply as one edits it. The letters one sees are drawn by a copy behind the text box, in the same metrics, so that
 * citations and doubtful sentences are marked while the box stays a plain one: every keyboard, input method and reader
 * knows how to work it. While an input method composes, the box shows its own letters.
 */
export function ReplyField({ ref, language, label, describedById }: ReplyFieldProps) {
  const t = useTranslations('ticket.composer')
  const { text, edit, placed, base, lit, setLit } = useReplyState()
  const [isComposing, setComposing] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const marks = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLTextAreaElement)
  const noteCaret = useSteadyCaret(box, text)

  const lightAt = ({ clientX, clientY }: MouseEvent) => {
    const found = [...(marks.current?.querySelectorAll<HTMLElement>('[data-sentence]') ?? [])].find((element) =>
      [...element.getClientRects()].some(
        ({ left, right, top, bottom }) => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
      ),
    )
    const index = found ? Number(found.dataset.sentence) : null
    if (index === (lit?.kind === 'sentence' ? lit.index : null)) return
    setLit(index === null ? null : { kind: 'sentence', index })
  }
  const lightCaret = () => {
    const at = box.current?.selectionStart ?? -1
    const here = placed.find(({ start, end }) => at >= start && at < end)
    setLit(here ? { kind: 'sentence', index: here.index } : null)
  }
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) box.current?.blur()
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
          <MarkedText stretches={markText(text, placed)} lit={lit} rules={base?.rules ?? []} />
          {/* A last empty line has no height of its own. */}
          {'\u200b'}
        </div>
        <textarea
          ref={box}
          lang={language}
          aria-label={label}
          aria-describedby={describedById}
          placeholder={t('placeholder')}
          value={text}
          maxLength={20_000}
          spellCheck={language === 'en'}
          className={cn(METRICS, 'resize-none overflow-hidden bg-transparent caret-ink outline-none', !isComposing && 'text-transparent')}
          onChange={(event) => {
            noteCaret()
            edit(event.target.value)
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onMouseMove={lightAt}
          onMouseLeave={() => setLit(null)}
          onKeyUp={lightCaret}
          onKeyDown={leaveOnEscape}
          onBlur={() => setLit(null)}
        />
        <MacroList box={box} language={language} />
      </div>
    </div>
  )
}
