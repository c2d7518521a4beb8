import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SentSentence } from '@/lib/faq/collect-sentences'
import type { Gap, GapCause } from '@/lib/faq/gaps/list-gaps'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { PaneHeader } from '../../../_components/pane'
import { SentenceList } from '../sentence-list'
import { AskedQuestion } from './asked-question'
import { GapActions } from './gap-actions'
import { useDuration } from './use-duration'

const MAX_LISTED = 40
const CAUSES: GapCause[] = ['no_rule', 'ungrounded', 'rewritten']

type GapDetailProps = { gap: Gap; sentences: SentSentence[]; days: number; isAdmin: boolean; closeHref: string }

/** One gap: what it costs, what agents said, and every ticket it came up in. */
export function GapDetail({ gap, sentences, days, isAdmin, closeHref }: GapDetailProps) {
  const t = useTranslations('faqGaps')
  const common = useTranslations('common')
  const duration = useDuration()
  const total = duration(gap.minutes * 60_000)
  const count = gap.questions.length
  const causes = CAUSES.filter((cause) => gap.causes[cause] > 0)
  return (
    <article aria-label={gap.question} className="flex h-full flex-col bg-bg">
      <PaneHeader>
        <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5 md:hidden">
          <Link href={closeHref} aria-label={common('back')}>
            <ArrowLeft />
          </Link>
        </Button>
        <span className="min-w-0 truncate text-ink-3 text-sm">
          {causes.map((cause) => t('causeCount', { cause: t(`causes.${cause}`), n: gap.causes[cause] })).join(' · ')}
        </span>
        <span className="grow" />
        {isAdmin && <GapActions key={gap.id} gap={gap} days={days} isAnswered={sentences.length > 0} />}
      </PaneHeader>
      <div className="pane-scroll grow">
        <div className="mx-auto flex max-w-3xl flex-col gap-6 px-7 py-5 max-md:px-4">
          <header className="flex flex-col gap-1">
            <h1 lang={gap.language} className="text-pretty font-semibold text-xl">
              {gap.question}
            </h1>
            <p className="text-ink-3 text-sm">
              {gap.handlingMs === null ? t('costGuessed', { count, total }) : t('cost', { count, each: duration(gap.handlingMs), total })}
            </p>
          </header>
          {!isAdmin && <Notice kind="info">{t('adminOnly')}</Notice>}
          <section>
            <h2 className="font-semibold text-ink-2 text-sm">{t('sentences')}</h2>
            {sentences.length === 0 ? (
              <p className="mt-1 text-ink-3 text-sm">{t('noSentences')}</p>
            ) : (
              <>
                <p className="mb-2 text-ink-3 text-xs">{t('sentencesHint')}</p>
                <SentenceList sentences={sentences} language={gap.language} />
              </>
            )}
          </section>
          <section>
            <h2 className="mb-2 font-semibold text-ink-2 text-sm">{t('questions')}</h2>
            <ul className="border-t">
              {gap.questions.slice(0, MAX_LISTED).map((question) => (
                <AskedQuestion key={question.suggestionId} question={question} />
              ))}
            </ul>
            {count > MAX_LISTED && <p className="py-2 text-ink-3 text-sm">{t('more', { n: count - MAX_LISTED })}</p>}
          </section>
        </div>
      </div>
    </article>
  )
}
