'use client'

import { ArrowDownUp } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '../../_components/button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '../../_components/menu'
import { Tooltip } from '../../_components/tooltip'
import type { FaqQuery } from './faq-query'

const FORMATS = ['xlsx', 'csv', 'json', 'ndjson'] as const

/** Takes rules in and out. What goes out is what the list shows. */
export function TransferMenu({ query, isAdmin }: { query: Pick<FaqQuery, 'q' | 'status' | 'language'>; isAdmin: boolean }) {
  const t = useTranslations('faqImport')
  const locale = useLocale()
  const filters = Object.entries({ q: query.q, status: query.status, language: query.language })
    .filter((entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== null && entry[1] !== '')
    .map(([name, value]) => [name, String(value)] as [string, string])
  const hrefOf = (format: string) => `/api/faq/export?${new URLSearchParams([['format', format], ['words', locale], ...filters])}`
  return (
    <Menu>
      <Tooltip label={t('menu')} side="bottom">
        <MenuTrigger asChild>
          <Button variant="quiet" size="smallIcon" aria-label={t('menu')}>
            <ArrowDownUp />
          </Button>
        </MenuTrigger>
      </Tooltip>
      <MenuContent align="end">
        {isAdmin && (
          <>
            <MenuItem asChild>
              <Link href="/faq/import">{t('open')}</Link>
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        <MenuLabel>{filters.length > 0 ? t('exportFound') : t('exportAll')}</MenuLabel>
        {FORMATS.map((format) => (
          <MenuItem key={format} asChild>
            <a href={hrefOf(format)} download>
              {t(`exportAs.${format}`)}
            </a>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
