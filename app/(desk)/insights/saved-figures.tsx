'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Speeds } from '@/lib/insights/minutes-saved'
import type { Table } from '@/lib/insights/table'
import { Button } from '../../_components/button'
import { Field } from '../../_components/field'
import { Input } from '../../_components/input'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { setSpeedsAction } from './actions'
import { DataTable } from './data-table'

const LANGUAGES = ['zh', 'en'] as const
const KINDS = ['typing', 'reading'] as const

/** What the minutes saved are counted by; an admin can put the team's own speeds in. */
export function SavedFigures({ speeds, table, caption, isAdmin }: { speeds: Speeds; table: Table; caption: string; isAdmin: boolean }) {
  const t = useTranslations('insights.saved')
  const common = useTranslations('common')
  const { run, isPending, words } = useDeskAttempt(caption)
  const [wanted, setWanted] = useState(speeds)
  const [isSaved, setSaved] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    run(
      () => setSpeedsAction(wanted),
      () => setSaved(true),
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium text-ink-2 text-sm">{t('formula')}</p>
      <DataTable table={table} caption={caption} />
      <p className="max-w-[72ch] text-pretty text-ink-3 text-xs">{t('explain')}</p>
      {isAdmin ? (
        <form onSubmit={submit} className="grid grid-cols-2 items-end gap-x-4 gap-y-2.5 max-md:grid-cols-1">
          {LANGUAGES.map((language) =>
            KINDS.map((kind) => (
              <Field key={`${language} ${kind}`} id={`speed-${language}-${kind}`} label={`${common(language)} · ${t(kind)}`}>
                <Input
                  id={`speed-${language}-${kind}`}
                  type="number"
                  min={10}
                  max={5_000}
                  step={1}
                  required
                  value={wanted[language][kind] || ''}
                  className="h-7 w-24"
                  onChange={(event) => {
                    setSaved(false)
                    setWanted({ ...wanted, [language]: { ...wanted[language], [kind]: Number(event.target.value) } })
                  }}
                />
              </Field>
            )),
          )}
          <div className="col-span-full flex flex-wrap items-center gap-3">
            <Button type="submit" size="small" aria-disabled={isPending}>
              {t('save')}
            </Button>
            <span role="status" className="text-ink-3 text-xs">
              {isSaved && t('saved')}
            </span>
            {words && (
              <span role="alert" className="text-red text-xs">
                {words}
              </span>
            )}
          </div>
        </form>
      ) : (
        <p className="text-ink-3 text-xs">{t('adminOnly')}</p>
      )}
    </div>
  )
}
