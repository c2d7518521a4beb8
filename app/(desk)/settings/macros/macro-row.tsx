import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Macro } from '@/lib/macros/schema'
import { LANGUAGE_NAMES } from '../../../_components/language-names'
import { Tag } from '../../../_components/tag'

export function MacroRow({ macro }: { macro: Macro }) {
  const t = useTranslations('macros')
  const { id, title, text, language, ownerId, uses } = macro
  return (
    <Link href={`/settings/macros/${id}`} className="flex min-h-13 items-center gap-3 py-2 transition-colors hover:bg-sunk">
      <span className="min-w-0 grow">
        <span lang={language ?? undefined} className="block truncate font-medium">
          {title}
        </span>
        <span lang={language ?? undefined} className="block truncate text-ink-3 text-sm">
          {text}
        </span>
      </span>
      <span className="flex shrink-0 items-center gap-1.5 text-ink-3 text-sm max-md:flex-col max-md:items-end max-md:gap-0.5">
        <Tag>{t(ownerId === null ? 'shared' : 'own')}</Tag>
        <Tag lang={language ?? undefined}>{language ? LANGUAGE_NAMES[language] : t('both')}</Tag>
        <span className="min-w-20 text-right max-md:min-w-0">{t('uses', { n: uses })}</span>
      </span>
    </Link>
  )
}
