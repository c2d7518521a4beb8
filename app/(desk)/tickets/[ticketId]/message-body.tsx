'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { MailPart } from '@/lib/messages/fold-mail'
import { cutLong } from './cut-long'
import { findLinks } from './find-links'
import { Fold } from './fold'

/** A message's words: what was written, folded where it is long; what is quoted and signed, folded. */
export function MessageBody({ parts }: { parts: MailPart[] }) {
  const t = useTranslations('thread')
  return parts.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a message's parts never change their order
    if (kind === 'written') return <LongText key={index} text={text} />
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fold key={index} label={t(kind)} className="my-0.5">
        <div className="border-line-strong border-l-2 pl-2.5 text-ink-2">
          <LongText text={text} />
        </div>
      </Fold>
    )
  })
}

function LongText({ text }: { text: string }) {
  const t = useTranslations('thread')
  const format = useFormatter()
  const [shown, rest] = cutLong(text)
  return (
    <div>
      <Linked text={shown} />
      {rest && (
        <Fold label={t('rest', { n: format.number(rest.length) })}>
          <Linked text={rest} />
        </Fold>
      )}
    </div>
  )
}

/** Opened by a click alone, in a tab that knows nothing of this one; the title says where it leads. */
function Linked({ text }: { text: string }) {
  return findLinks(text).map(({ text: words, href }, index) =>
    href ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's pieces never change their order
        key={index}
        href={href}
        title={href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="text-accent underline decoration-line-strong underline-offset-3 hover:decoration-current"
      >
        {words}
      </a>
    ) : (
      words
    ),
  )
}
