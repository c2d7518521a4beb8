import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAdmin } from '@/lib/auth/require-agent'
import { hasAnyRule } from '@/lib/faq/has-any-rule'
import { findImport, findRunningImport } from '@/lib/faq/import/find-import'
import { Button } from '../../../_components/button'
import { PaneHeader } from '../../../_components/pane'
import { ImportDesk } from './import-desk'
import { ImportKeeper } from './import-keeper'
import { ImportReport } from './import-report'

export async function generateMetadata() {
  return { title: (await getTranslations('faqImport'))('title') }
}

/** `run`: the import to show. Without one, whichever is at work now: a reload finds it again, and nobody begins a second. */
const querySchema = z.object({ run: z.uuid().nullable().catch(null) })

type ImportPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ImportPage({ searchParams }: ImportPageProps) {
  await requireAdmin()
  const { run: id } = querySchema.parse({ run: null, ...(await searchParams) })
  const [run, hasRules, t, common] = await Promise.all([
    id ? findImport(id) : findRunningImport(),
    hasAnyRule(),
    getTranslations('faqImport'),
    getTranslations('common'),
  ])
  return (
    <div className="flex h-full flex-col bg-bg">
      <PaneHeader>
        <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5">
          <Link href="/faq" aria-label={common('back')}>
            <ArrowLeft />
          </Link>
        </Button>
        <h1 className="min-w-0 truncate font-semibold text-base">{t('title')}</h1>
      </PaneHeader>
      {run ? (
        <>
          {run.status === 'running' && <ImportKeeper importId={run.id} />}
          <ImportReport run={run} />
        </>
      ) : (
        <ImportDesk hasRules={hasRules} />
      )}
    </div>
  )
}
