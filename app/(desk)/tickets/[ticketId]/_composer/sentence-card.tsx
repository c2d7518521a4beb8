'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import type { Language } from '@/prisma/generated/enums'
import { Popover, PopoverAnchor, PopoverContent } from '../../../../_components/popover'
import { cutSpans } from '../cut-spans'
import { useReplyState } from '../reply-context'

/** What is asked about: a rule by its number, or a sentence and why no rule supports it. */
export type Asked = { position: number | null; index: number | null; isPinned: boolean }

type SentenceCardProps = {
  asked: Asked | null
  anchor: RefObject<{ getBoundingClientRect: () => DOMRect }>
  language: Language
  onClose: () => void
}

/** Beside the sentence: the rule it rests on, with the supporting words lit, or the reason why there is none. */
export function SentenceCard({ asked, anchor, language, onClose }: SentenceCardProps) {
  const t = useTranslations('composer.card')
  return (
    <Popover open={asked !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        side="top"
        align="start"
        aria-label={t('label')}
        // The typing goes on in the box.
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => asked?.isPinned || event.preventDefault()}
        className="max-h-72 w-96 max-w-[calc(100vw-1rem)] overflow-y-auto"
      >
        {asked && <CardBody asked={asked} language={language} />}
      </PopoverContent>
    </Popover>
  )
}

function CardBody({ asked, language }: { asked: Asked; language: Language }) {
  const t = useTranslations('ticket.assistant')
  const { base, placed } = useReplyState()
  const here = placed.find(({ index }) => index === asked.index)?.sentence
  const positions = asked.position !== null ? [asked.position] : here?.support ? [here.support.position] : (here?.citations ?? [])
  const rules = (base?.rules ?? []).filter(({ position }) => positions.includes(position))
  return (
    <div className="flex flex-col gap-2.5">
      {here && !here.isSupported && here.problem && (
        <p className="flex gap-1.5 text-amber text-sm leading-5">
          <CircleAlert className="mt-0.75 size-3.5 shrink-0" />
          {t(`problems.${here.problem}`, { detail: here.detail ?? '' })}
        </p>
      )}
      {rules.map((rule) => {
        const supports = placed.flatMap(({ index, sentence: { support } }) =>
          support?.position === rule.position ? [{ ...support, index }] : [],
        )
        const mine = supports.filter(({ index }) => index === asked.index)
        return (
          <section key={rule.position}>
            <h3 className="flex items-baseline gap-1.5 font-medium text-[13.5px]">
              <span className="rounded-sm bg-accent-bg px-1 font-medium font-mono text-2xs text-accent">{rule.position}</span>
              <Link
                href={`/faq?rule=${rule.id}`}
                lang={language}
                aria-label={t('openRule', { title: rule.title })}
                className="min-w-0 rounded-sm hover:underline hover:underline-offset-3"
              >
                {rule.title}
              </Link>
            </h3>
            <p lang={language} className="mt-1 whitespace-pre-wrap text-[13.5px] text-ink-2 leading-5.5">
              {cutSpans(rule.answer, mine.length > 0 ? mine : supports).map(({ text, start, isIn }) => (
                <span key={start} className={isIn ? 'rounded-xs bg-lit text-ink' : undefined}>
                  {text}
                </span>
              ))}
            </p>
          </section>
        )
      })}
    </div>
  )
}
