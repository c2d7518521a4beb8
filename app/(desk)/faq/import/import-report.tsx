import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ImportResult, ImportRun } from '@/lib/faq/import/find-import'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { BulkCheck } from '../bulk-check'
import { BadRows } from './bad-rows'
import { PlanCounts } from './plan-counts'
import { useFileProblem } from './use-file-problem'

/** An import at work, or what came of it. */
export function ImportReport({ run }: { run: ImportRun }) {
  const t = useTranslations('faqImport')
  const { status, fileName, rows, rowsDone, result } = run
  return (
    <div className="pane-scroll grow">
      <section aria-label={t('report')} className="mx-auto flex max-w-4xl flex-col gap-5 px-7 py-6 max-md:px-4">
        {status === 'running' ? <Progress {...{ fileName, rows, rowsDone }} /> : <Outcome run={run} />}
        {status === 'done' && result?.counts && <PlanCounts counts={result.counts} isDone />}
        {status === 'done' && result && <NotUsed result={result} />}
        {status === 'done' && result && result.published.total > 0 && <Conflicts {...result.published} />}
        {result && result.problems.length > 0 && <BadRows rows={result.problems} total={result.counts?.bad ?? result.problems.length} />}
        {status !== 'running' && (
          <div className="flex flex-wrap gap-2">
            <Button asChild variant={status === 'done' ? 'go' : 'plain'}>
              <Link href="/faq">{t('toRules')}</Link>
            </Button>
            <Button asChild variant={status === 'done' ? 'plain' : 'go'}>
              <Link href="/faq/import">{t('another')}</Link>
            </Button>
          </div>
        )}
      </section>
    </div>
  )
}

function Progress({ fileName, rows, rowsDone }: Pick<ImportRun, 'fileName' | 'rows' | 'rowsDone'>) {
  const t = useTranslations('faqImport')
  return (
    <div className="flex flex-col gap-2">
      <h2 className="min-w-0 truncate font-medium text-lg">{t('running', { file: fileName })}</h2>
      <div
        role="progressbar"
        aria-label={t('running', { file: fileName })}
        aria-valuemin={0}
        aria-valuemax={rows}
        aria-valuenow={rowsDone}
        aria-valuetext={t('progress', { done: rowsDone, rows })}
        className="h-1.5 overflow-hidden rounded-full bg-sunk"
      >
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${rows > 0 ? (100 * rowsDone) / rows : 0}%` }} />
      </div>
      <p className="text-ink-2 text-sm tabular-nums">
        {rowsDone === 0 ? t('planning', { rows }) : t('progress', { done: rowsDone, rows })}
      </p>
      <p className="text-ink-3 text-sm">{t('mayLeave')}</p>
    </div>
  )
}

/** Rules that were brought in and answer nobody yet: what is to be done about it. */
function NotUsed({ result: { counts, published } }: { result: ImportResult }) {
  const t = useTranslations('faqImport')
  const n = (counts?.create ?? 0) + (counts?.update ?? 0) - published.total
  if (n <= 0) return null
  return (
    <Notice kind="info">
      {t.rich('notUsed', {
        n,
        link: (words) => (
          <Link href="/faq?status=draft" className="underline underline-offset-2">
            {words}
          </Link>
        ),
      })}
    </Notice>
  )
}

/** The file was wanted as it is; what it contradicts is said all the same, as for every rule that is published. */
function Conflicts({ ids, total }: { ids: string[]; total: number }) {
  const t = useTranslations('faqImport')
  return (
    <section aria-label={t('conflicts')} className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">{t('conflicts')}</h2>
      <BulkCheck ids={ids} listed={50} />
      {total > ids.length && <p className="text-ink-3 text-sm">{t('checkedFirst', { n: ids.length, total })}</p>}
    </section>
  )
}

function Outcome({ run }: { run: ImportRun }) {
  const t = useTranslations('faqImport')
  const wordsOf = useFileProblem()
  if (run.status === 'done') return <Notice kind="done">{t('done', { file: run.fileName })}</Notice>
  return (
    <Notice kind="error">
      {run.status === 'interrupted' ? t('interrupted', { file: run.fileName }) : t('failed', { file: run.fileName })}{' '}
      {run.result?.reason && wordsOf(run.result.reason)}
    </Notice>
  )
}
