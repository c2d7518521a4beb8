import { BookOpen, FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { AppError } from '@/lib/errors'
import { browseRules } from '@/lib/faq/browse-rules'
import { countRules } from '@/lib/faq/count-rules'
import { findTwin } from '@/lib/faq/find-twin'
import { getRule } from '@/lib/faq/get-rule'
import { hasAnyRule } from '@/lib/faq/has-any-rule'
import { listRevisions } from '@/lib/faq/list-revisions'
import { listRuleLabels } from '@/lib/faq/list-rule-labels'
import { listRuleSources } from '@/lib/faq/list-rule-sources'
import type { Rule } from '@/lib/faq/schema'
import { suggestVariants } from '@/lib/faq/suggest-variants'
import { MAX_PHRASINGS } from '@/lib/retrieval/learn-phrasing'
import { listPhrasings } from '@/lib/retrieval/list-phrasings'
import { listWrongQuestions } from '@/lib/retrieval/list-wrong-questions'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../_components/button'
import { cn } from '../../_components/cn'
import { EmptyState } from '../../_components/empty-state'
import { faqHref, newRuleHref } from './faq-href'
import { FaqKeeper } from './faq-keeper'
import { readFaqQuery } from './faq-query'
import { PhrasingList } from './phrasing-list'
import { RuleEditor } from './rule-editor'
import { RuleHistory } from './rule-history'
import { toRuleItems } from './rule-item'
import { RuleList } from './rule-list'
import { RuleSources } from './rule-sources'
import { TwinOriginal } from './twin-original'
import { TwinPanel } from './twin-panel'
import { VariantIdeas } from './variant-ideas'
import { WrongQuestionList } from './wrong-question-list'

export async function generateMetadata() {
  return { title: (await getTranslations('faq'))('title') }
}

type FaqPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

async function findRule(id: string): Promise<Rule | null> {
  try {
    return await getRule(id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}

export default async function FaqPage({ searchParams }: FaqPageProps) {
  const agent = await requireAgent()
  const query = readFaqQuery(await searchParams)
  const isAdmin = agent.role === 'admin'
  const [lines, counts, labels, rule, revisions, sources, ideas, phrasings, wrongQuestions, original, hasRules, t, locale] =
    await Promise.all([
      browseRules(query),
      countRules({ language: query.language ?? undefined }),
      listRuleLabels(),
      query.rule ? findRule(query.rule) : null,
      query.rule ? listRevisions(query.rule) : [],
      query.rule ? listRuleSources(query.rule) : [],
      query.rule && isAdmin ? suggestVariants(query.rule) : [],
      query.rule && isAdmin ? listPhrasings(query.rule) : [],
      query.rule && isAdmin ? listWrongQuestions(query.rule) : [],
      query.new && query.twin ? findRule(query.twin) : null,
      hasAnyRule(),
      getTranslations('faq'),
      getLocale(),
    ])
  const isOpen = query.rule !== null || query.new !== null
  const closeHref = faqHref({ ...query, rule: null, new: null, twin: null })
  const twin = rule && (await findTwin(rule.twinId))
  // One that has a twin by now, or speaks this language, is no original.
  const twinOf = original && !original.twinId && original.language !== query.new ? original : null
  const language = rule?.language ?? query.new
  const common = { labels: language ? await listRuleLabels(language) : labels, me: agent.id, closeHref }
  return (
    <div className="flex h-full min-h-0">
      <FaqKeeper />
      <div className={cn('w-90 shrink-0 border-r bg-pane xl:w-110 max-md:w-full max-md:border-r-0', isOpen && 'max-md:hidden')}>
        <RuleList query={query} first={toRuleItems(lines)} counts={counts} labels={labels} isAdmin={isAdmin} isNew={!hasRules} />
      </div>
      <div className={cn('min-w-0 grow', !isOpen && 'max-md:hidden')}>
        {rule ? (
          <RuleEditor
            key={rule.id}
            {...common}
            rule={rule}
            isAdmin={isAdmin}
            savedBy={revisions[0]?.author?.name}
            underVariants={
              isAdmin && (
                <>
                  <PhrasingList rule={rule} phrasings={phrasings} most={MAX_PHRASINGS} />
                  <VariantIdeas rule={rule} ideas={ideas} />
                  <WrongQuestionList rule={rule} questions={wrongQuestions} />
                </>
              )
            }
            underFields={<TwinPanel rule={rule} twin={twin} isAdmin={isAdmin} />}
          >
            <RuleSources rule={rule} sentences={sources} />
            <RuleHistory ruleId={rule.id} revisions={revisions} isAdmin={isAdmin} />
          </RuleEditor>
        ) : query.new && isAdmin ? (
          <RuleEditor
            key={`new-${query.new}-${twinOf?.id ?? ''}-${query.question}`}
            {...common}
            rule={null}
            newLanguage={query.new}
            newQuestion={query.question}
            twin={twinOf}
            isAdmin
            underFields={twinOf && <TwinOriginal rule={twinOf} />}
          />
        ) : (
          <div className="flex h-full">
            {query.rule ? (
              <EmptyState
                icon={<FileQuestion />}
                title={t('gone.title')}
                action={
                  <Button asChild>
                    <Link href={faqHref({ ...query, rule: null })}>{t('gone.toRules')}</Link>
                  </Button>
                }
              >
                {t('gone.body')}
              </EmptyState>
            ) : !hasRules && isAdmin ? (
              <FirstRule />
            ) : lines.total === 0 && hasRules ? (
              <NothingFound language={query.language ?? locale} q={query.q} isAdmin={isAdmin} />
            ) : (
              <EmptyState icon={<BookOpen />} title={t('pick.title')}>
                {query.new ? t('readOnly') : t('pick.body')}
              </EmptyState>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

/** Beside a list that was searched in vain: there is nothing to pick, and perhaps a rule to write. */
async function NothingFound({ language, q, isAdmin }: { language: Language; q: string; isAdmin: boolean }) {
  const t = await getTranslations('faq.none')
  const canWrite = isAdmin && q.trim() !== ''
  const write = (
    <Button asChild>
      <Link href={newRuleHref(language, q)}>{t('write')}</Link>
    </Button>
  )
  return (
    <EmptyState icon={<FileQuestion />} title={t('title')} action={canWrite && write}>
      {t(canWrite ? 'body' : 'filters')}
    </EmptyState>
  )
}

/** Beside the empty list: what a rule is for, and the two ways to the first. */
async function FirstRule() {
  const [t, locale] = await Promise.all([getTranslations('faq'), getLocale()])
  const action = (
    <>
      <Button asChild variant="go">
        <Link href={`/faq?new=${locale}`}>{t('first.write')}</Link>
      </Button>
      <Button asChild>
        <Link href="/faq/import">{t('first.import')}</Link>
      </Button>
    </>
  )
  return (
    <EmptyState icon={<BookOpen />} title={t('first.title')} action={action}>
      {t('first.body')}
    </EmptyState>
  )
}
