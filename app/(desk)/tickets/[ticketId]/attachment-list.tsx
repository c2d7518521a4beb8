'use client'

import { Download, FileText } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { AttachmentItem } from './thread-entry'

const KILOBYTE = 1024

/** What came with a message: pictures are shown, text opens in a tab of its own, everything else is handed out as a file. */
export function AttachmentList({ attachments }: { attachments: AttachmentItem[] }) {
  const t = useTranslations('thread')
  return (
    <ul aria-label={t('attachments')} className="mt-1 flex max-w-full flex-wrap gap-1.5">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="min-w-0 max-w-full">
          {attachment.width && attachment.height ? (
            <Picture attachment={attachment} width={attachment.width} height={attachment.height} />
          ) : (
            <File attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  )
}

const hrefOf = ({ id }: AttachmentItem) => `/api/attachments/${id}`

function Picture({ attachment, width, height }: { attachment: AttachmentItem; width: number; height: number }) {
  const t = useTranslations('thread')
  return (
    <a
      href={hrefOf(attachment)}
      target="_blank"
      rel="noopener"
      title={attachment.name}
      className="block overflow-hidden rounded-md border bg-pane hover:border-line-strong"
    >
      {/* biome-ignore lint/performance/noImgElement: shown as it came, from behind the sign-in; no server of ours decodes it */}
      <img
        src={hrefOf(attachment)}
        alt={t('picture', { name: attachment.name })}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className="h-auto max-h-60 w-auto max-w-full object-contain"
      />
    </a>
  )
}

function File({ attachment }: { attachment: AttachmentItem }) {
  const t = useTranslations('thread')
  const format = useFormatter()
  const { name, contentType, sizeBytes } = attachment
  const opens = contentType === 'text/plain'
  const size =
    sizeBytes < KILOBYTE * KILOBYTE
      ? format.number(Math.max(1, Math.round(sizeBytes / KILOBYTE)), { style: 'unit', unit: 'kilobyte' })
      : format.number(sizeBytes / KILOBYTE / KILOBYTE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const Icon = opens ? FileText : Download
  return (
    <a
      href={hrefOf(attachment)}
      {...(opens ? { target: '_blank', rel: 'noopener' } : { download: name })}
      className="flex h-8 max-w-full items-center gap-1.5 rounded-md border bg-pane px-2.5 text-ink-2 text-sm hover:border-line-strong hover:text-ink"
    >
      <Icon className="size-3.5 shrink-0 text-ink-3" />
      <span className="sr-only">{t(opens ? 'open' : 'download')} </span>
      <span className="truncate">{name}</span> <span className="shrink-0 text-ink-3 text-xs">{size}</span>
    </a>
  )
}
