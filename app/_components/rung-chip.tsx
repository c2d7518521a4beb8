import { useTranslations } from 'next-intl'
import type { Rung } from '@/prisma/generated/enums'
import { cn } from './cn'

const COLOURS: Record<Rung, string> = {
  verbatim: 'bg-teal-bg text-teal',
  cache: 'bg-sky-bg text-sky',
  model: 'bg-accent-bg text-accent',
  extractive: 'bg-amber-bg text-amber',
  holding: 'bg-grey-bg text-ink-2',
}

/** Where a draft came from: always a word, the colour only repeats it. */
export function RungChip({ rung, className }: { rung: Rung; className?: string }) {
  const t = useTranslations('rung')
  return (
    <span title={t(`${rung}Hint`)} className={cn('whitespace-nowrap rounded-sm px-1.5 text-[11.5px] leading-4', COLOURS[rung], className)}>
      {t(rung)}
    </span>
  )
}
