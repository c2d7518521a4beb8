import { CircleCheck, MessageCircleQuestionMark, Puzzle } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { collectSentences } from '@/lib/faq/collect-sentences'
import { listGaps } from '@/lib/faq/gaps/list-gaps'
import { repliesOf } from '@/lib/faq/gaps/write-gap-rule'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { EmptyState } from '../../../_components/empty-state'
import { GapDetail } from './gap-detail'
import { GapList } from './gap-list'
import { GapsKeeper } from './gaps-keeper'
import { gapsHref, readGapsQuery } from './gaps-query'

export async function generateMetadata() {
  return { title: (await getTranslations('faqGaps'))('title') }
}

type GapsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function GapsPage({ searchParams }: GapsPageProps) {
  const agent = await requireAgent()
  const query = readGapsQuery(await searchParams)
  const [list, t] = await Promise.all([listGaps({ days: query.days }), getTranslations('faqGaps')])
  const openIndex = query.gap
    ? list.gaps.findIndex(({ questions }) => questions.some(({ suggestionId }) => suggestionId === query.gap))
    : -1
  const gap = list.gaps[openIndex]
  const answered = query.gap && !gap ? list.answered.find(({ suggestionIds }) => suggestionIds.includes(query.gap ?? '')) : undefined
  const isAdmin = agent.role === 'admin'
  const closeHref = gapsHref({ ...query, gap: null })
  return (
    <div className="flex h-full min-h-0">
      <GapsKeeper hrefs={list.gaps.map(({ id }) => gapsHref({ ...query, gap: id }))} openIndex={openIndex} />
      <div className={cn('w-90 shrink-0 border-r bg-pane xl:w-110 max-md:w-full max-md:border-r-0', query.gap && 'max-md:hidden')}>
        <GapList query={query} list={list} openId={gap?.id ?? null} isAdmin={isAdmin} />
      </div>
      <div className={cn('min-w-0 grow', !query.gap && 'max-md:hidden')}>
        {gap ? (
          <GapDetail
            gap={gap}
            sentences={collectSentences(repliesOf(gap.questions))}
            days={query.days}
            isAdmin={isAdmin}
            closeHref={closeHref}
          />
        ) : (
          <div className="flex h-full">
            {answered?.rule ? (
              <EmptyState
                icon={<CircleCheck />}
                title={t('answered.title')}
                action={
                  <Button asChild>
                    <Link href={`/faq?rule=${answered.rule.id}`}>{t('openRule')}</Link>
                  </Button>
                }
              >
                {t('answered.body', { question: answered.question, title: answered.rule.question })}
              </EmptyState>
            ) : query.gap ? (
              <EmptyState icon={<Puzzle />} title={t('gone.title')}>
                {t('gone.body')}
              </EmptyState>
            ) : list.gaps.length > 0 ? (
              <EmptyState icon={<Puzzle />} title={t('pick.title')}>
                {t('pick.body')}
              </EmptyState>
            ) : (
              <EmptyState
                icon={<MessageCircleQuestionMark />}
                title={t('ahead.title')}
                action={
                  <Button asChild>
                    <Link href="/faq/try">{t('ahead.action')}</Link>
                  </Button>
                }
              >
                {t('ahead.body')}
              </EmptyState>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
