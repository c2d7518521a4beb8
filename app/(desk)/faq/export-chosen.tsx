'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '../../_components/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../_components/menu'
import { FORMATS } from './transfer-menu'

/** The chosen rules as a file. They are posted: an address has no room for thousands of ids. */
export function ExportChosen({ ids }: { ids: string[] }) {
  const t = useTranslations('faqImport.transfer')
  const list = useTranslations('faqList')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const format = useRef<HTMLInputElement>(null)
  return (
    <form ref={form} method="post" action="/api/faq/export">
      <input type="hidden" name="ids" value={ids.join(' ')} />
      <input type="hidden" name="words" value={locale} />
      <input ref={format} type="hidden" name="format" />
      <Menu>
        <MenuTrigger asChild>
          <Button variant="quiet" size="small">
            {list('export')}
          </Button>
        </MenuTrigger>
        <MenuContent align="start" side="top">
          {FORMATS.map((name) => (
            <MenuItem
              key={name}
              onSelect={() => {
                if (format.current) format.current.value = name
                form.current?.submit()
              }}
            >
              {t(`exportAs.${name}`)}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </form>
  )
}
