import { Gauge } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { hasAnyRule } from '@/lib/faq/has-any-rule'
import { getFloors } from '@/lib/retrieval/floor/get-floors'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'
import { PaneHeader } from '../../../_components/pane'
import { FaqNav } from '../faq-nav'
import { CalibrateNow } from './calibrate-now'
import { FloorKeeper } from './floor-keeper'
import { FloorPanel } from './floor-panel'

export async function generateMetadata() {
  return { title: (await getTranslations('faqFloor'))('title') }
}

export default async function FloorPage() {
  const agent = await requireAgent()
  const isAdmin = agent.role === 'admin'
  const [t, { languages, last, ruleNames }, hasRules] = await Promise.all([
    getTranslations('faqFloor'),
    getFloors(),
    hasAnyRule({ status: 'published' }),
  ])
  return (
    <div className="flex h-full flex-col">
      <FloorKeeper />
      <PaneHeader>
        <FaqNav current="floor" />
        <span className="grow" />
        {isAdmin && hasRules && <CalibrateNow key={last?.at.getTime() ?? 0} last={last} />}
      </PaneHeader>
      <div className="pane-scroll grow">
        <div className="mx-auto max-w-6xl px-7 py-5 max-md:px-4">
          <h2 className="font-semibold text-xl">{t('title')}</h2>
          <p className="mt-1 max-w-[72ch] text-pretty text-ink-2">{t('lead')}</p>
          <p className="mt-1 max-w-[72ch] text-pretty text-ink-3 text-sm">{t('method')}</p>
          {!isAdmin && hasRules && <p className="mt-3 text-ink-3 text-sm">{t('adminOnly')}</p>}
          {hasRules ? (
            <div className="mt-5 grid grid-cols-2 border-t max-lg:grid-cols-1">
              {languages.map((state) => (
                <FloorPanel key={`${state.language} ${state.floor}`} state={state} ruleNames={ruleNames} isAdmin={isAdmin} />
              ))}
            </div>
          ) : (
            <div className="mt-5 flex min-h-60 border-t">
              <EmptyState
                icon={<Gauge />}
                title={t('noRules.title')}
                action={
                  isAdmin && (
                    <Button asChild>
                      <Link href="/faq">{t('noRules.action')}</Link>
                    </Button>
                  )
                }
              >
                {t('noRules.body')}
              </EmptyState>
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
