'use client'

import { useRouter } from 'next/navigation'
import { useTimeZone, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { DescribedPlan } from '@/lib/faq/import/describe-plan'
import type { ColumnMapping, ImportMode } from '@/lib/faq/read-import/schema'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { useHeld } from '../../../_held/held-provider'
import { FileDrop } from './file-drop'
import { ImportBar } from './import-bar'
import { PlanView } from './plan-view'
import { postFile } from './post-file'
import { useFileProblem } from './use-file-problem'

type NewStatus = 'draft' | 'published'

/** From a file to what it would do, and on to doing it. The file stays here; each look at it sends it again. */
export function ImportDesk({ hasRules }: { hasRules: boolean }) {
  const t = useTranslations('faqImport')
  const router = useRouter()
  const timeZone = useTimeZone() ?? 'UTC'
  const wordsOf = useFileProblem()
  const [file, setFile] = useState<File | null>(null)
  const [plan, setPlan] = useState<DescribedPlan | null>(null)
  const [status, setStatus] = useState<NewStatus>('draft')
  const [mode, setMode] = useState<ImportMode>('all')
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState<'look' | 'begin' | null>(null)
  const latest = useRef(0)
  const { tell } = useHeld()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const queryOf = (mapping: ColumnMapping | null, newStatus: NewStatus) => ({
    timeZone,
    status: newStatus,
    ...(mapping && { mapping: JSON.stringify(mapping) }),
  })
  const look = async (wanted: File, mapping: ColumnMapping | null, newStatus = status) => {
    const turn = ++latest.current
    setFile(wanted)
    setReason(null)
    setBusy('look')
    const answer = await postFile<DescribedPlan>(wanted, { ...queryOf(mapping, newStatus), dryRun: '1' })
    // Another choice has been made since.
    if (turn !== latest.current) return
    setBusy(null)
    if (answer.ok) setPlan(answer.value)
    else setReason(answer.reason)
  }
  const begin = async () => {
    if (!file || !plan || busy) return
    setBusy('begin')
    setReason(null)
    const answer = await postFile<{ importId: string }>(file, { ...queryOf(mappingOf(plan), status), mode })
    if (!isHere.current) {
      if (!answer.ok) tell({ name: file.name, href: '/faq/import', words: wordsOf(answer.reason) })
      return
    }
    if (answer.ok) return router.replace(`/faq/import?run=${answer.value.importId}`)
    setBusy(null)
    setReason(answer.reason)
  }
  const startOver = () => {
    latest.current++
    setFile(null)
    setPlan(null)
    setReason(null)
    setBusy(null)
    setMode('all')
  }

  return (
    <>
      <div className="pane-scroll grow">
        <div className="mx-auto flex max-w-4xl flex-col gap-5 px-7 py-6 max-md:px-4">
          {reason && <Notice kind="error">{wordsOf(reason)}</Notice>}
          {file && plan ? (
            <>
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h2 className="min-w-0 truncate font-medium text-lg">{file.name}</h2>
                <span className="text-ink-3 text-sm">
                  {[plan.format.toUpperCase(), plan.encoding?.toUpperCase(), t('rows', { n: plan.rows })].filter(Boolean).join(' · ')}
                </span>
                <span className="grow" />
                <Button size="small" onClick={startOver}>
                  {t('otherFile')}
                </Button>
              </div>
              <PlanView
                plan={plan}
                status={status}
                isStale={busy === 'look'}
                onMapping={(mapping) => {
                  setPlan({ ...plan, columns: plan.columns.map((column, at) => ({ ...column, field: mapping[at] ?? null })) })
                  void look(file, mapping)
                }}
                onStatus={(next) => {
                  setStatus(next)
                  void look(file, mappingOf(plan), next)
                }}
              />
            </>
          ) : (
            <>
              <FileDrop busyWith={busy === 'look' ? (file?.name ?? '') : null} onFile={(chosen) => void look(chosen, null)} />
              <div className="flex flex-col gap-1.5 text-ink-2 text-sm leading-5">
                <p>{t('help.columns')}</p>
                <p>{t('help.same')}</p>
                <p>
                  {t.rich(hasRules ? 'help.example' : 'help.table', {
                    link: (words) => (
                      <a href={`/api/faq/export?format=xlsx&words=${t('words')}`} className="text-accent underline underline-offset-2">
                        {words}
                      </a>
                    ),
                  })}
                </p>
              </div>
            </>
          )}
        </div>
      </div>
      {file && plan && <ImportBar counts={plan.counts} mode={mode} busy={busy} onMode={setMode} onBegin={() => void begin()} />}
    </>
  )
}

function mappingOf({ columns }: DescribedPlan): ColumnMapping {
  return columns.map(({ field }) => field)
}
