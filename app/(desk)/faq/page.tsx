import { BookOpen, FileQuestion } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { requireAgent } from '@/lib/auth/require-agent'
import { AppError } from '@/lib/errors'
import { browseRules } from '@/lib/faq/browse-rules'
import { countRules } from '@/lib/faq/count-rules'
import { getRule } from '@/lib/faq/get-rule'
import { listRevisions } from '@/lib/faq/list-revisions'
import { listRuleLabels } from '@/lib/faq/list-rule-labels'
import { listRuleSources } from '@/lib/faq/list-rule-sources'
import type { Rule } from '@/lib/faq/schema'
import { suggestVariants } from '@/lib/faq/suggest-variants'
import { cn } from '../../_components/cn'
import { EmptyState } from '../../_components/empty-state'
import { faqHref } from './faq-href'
import { FaqKeeper } from './faq-keeper'
import { readFaqQuery } from './faq-query'
import { RuleEditor } from './rule-editor'
import { RuleHistory } from './rule-history'
import { toRuleItems } from './rule-item'
import { RuleList } from './rule-list'
import { RuleSources } from './rule-sources'
import { VariantIdeas } from './variant-ideas'

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
  const [lines, counts, labels, rule, revisions, sources, ideas, t] = await Promise.all([
    browseRules(query),
    countRules({ language: query.language ?? undefined }),
    listRuleLabels(),
    query.rule ? findRule(query.rule) : null,
    query.rule ? listRevisions(query.rule) : [],
    query.rule ? listRuleSources(query.rule) : [],
    query.rule && isAdmin ? suggestVariants(query.rule) : [],
    getTranslations('faq'),
  ])
  const isOpen = query.rule !== null || query.new !== null
  const closeHref = faqHref({ ...query, rule: null, new: null })
  return (
    <div className="flex h-full min-h-0">
      <FaqKeeper />
      <div className={cn('w-90 shrink-0 border-r bg-pane max-md:w-full max-md:border-r-0', isOpen && 'max-md:hidden')}>
        <RuleList query={query} first={toRuleItems(lines)} counts={counts} labels={labels} isAdmin={isAdmin} />
      </div>
      <div className={cn('min-w-0 grow', !isOpen && 'max-md:hidden')}>
        {rule ? (
          <RuleEditor key={rule.id} rule={rule} isAdmin={isAdmin} closeHref={closeHref}>
            <VariantIdeas rule={rule} ideas={ideas} />
            <RuleSources rule={rule} sentences={sources} />
            <RuleHistory ruleId={rule.id} revisions={revisions} isAdmin={isAdmin} />
          </RuleEditor>
        ) : query.new && isAdmin ? (
          <RuleEditor key={`new-${query.new}`} rule={null} newLanguage={query.new} isAdmin closeHref={closeHref} />
        ) : (
          <div className="flex h-full">
            {query.rule ? (
              <EmptyState icon={<FileQuestion />} title={t('gone.title')}>
                {t('gone.body')}
              </EmptyState>
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
