'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useState } from 'react'
import { cn } from '../../../_components/cn'

const ACCEPT = '.csv,.tsv,.txt,.json,.ndjson,.jsonl,.xlsx,text/csv,application/json'

/** Where a file is dropped, or chosen with the keyboard or the mouse. */
export function FileDrop({ busyWith, onFile }: { busyWith: string | null; onFile: (file: File) => void }) {
  const t = useTranslations('faqImport')
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && busyWith === null) onFile(file)
  }
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex min-h-40 cursor-pointer flex-col items-center justify-center gap-1.5 rounded-md border border-control border-dashed bg-pane p-6 text-center transition-colors has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent',
        isOver ? 'border-accent bg-accent-bg' : 'hover:border-ink-3',
      )}
    >
      <FileUp className="size-6 stroke-[1.4] text-ink-3" />
      <span className="font-medium">{t('drop')}</span>
      <span className="text-ink-3 text-sm">{t('formats')}</span>
      <span role="status" className="text-ink-2 text-sm">
        {busyWith !== null && t('reading', { file: busyWith })}
      </span>
      <input
        type="file"
        accept={ACCEPT}
        aria-label={t('drop')}
        className="sr-only"
        disabled={busyWith !== null}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          // Choosing the same file again, once it is mended, is a choice, too.
          event.target.value = ''
        }}
      />
    </label>
  )
}
