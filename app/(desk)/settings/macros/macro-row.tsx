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
        <span className="flex items-center gap-1.5">
          <span lang={language ?? undefined} className="mr-0.5 min-w-0 truncate font-medium">
            {title}
          </span>
          <Tag className={ownerId === null ? 'max-md:hidden' : undefined}>{t(ownerId === null ? 'shared' : 'own')}</Tag>
          <Tag lang={language ?? undefined}>{language ? LANGUAGE_NAMES[language] : t('both')}</Tag>
        </span>
        <span lang={language ?? undefined} className="block truncate text-ink-3 text-sm">
          {text}
        </span>
      </span>
      <span className="shrink-0 text-right text-ink-3 text-sm">{t('uses', { n: uses })}</span>
    </Link>
  )
}
