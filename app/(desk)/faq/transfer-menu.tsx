'use client'

import { ArrowDownUp } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '../../_components/button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '../../_components/menu'
import { faqSearch } from './faq-href'
import type { FaqQuery } from './faq-query'

export const FORMATS = ['xlsx', 'csv', 'json', 'ndjson'] as const

/** Takes rules in and out. What goes out is what the list shows. */
export function TransferMenu({ query, isAdmin }: { query: FaqQuery; isAdmin: boolean }) {
  const t = useTranslations('faqImport.transfer')
  const locale = useLocale()
  const filters = faqSearch({ ...query, rule: null, new: null, sort: 'changed' })
  const hrefOf = (format: string) => `/api/faq/export?format=${format}&words=${locale}${filters && `&${filters}`}`
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="quiet" size="small" className="h-6 text-ink-3 text-xs [&_svg]:size-3.5">
          <ArrowDownUp />
          {t('menu')}
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {isAdmin && (
          <>
            <MenuItem asChild>
              <Link href="/faq/import">{t('open')}</Link>
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        <MenuLabel>{filters ? t('exportFound') : t('exportAll')}</MenuLabel>
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
