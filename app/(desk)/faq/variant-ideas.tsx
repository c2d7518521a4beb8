'use client'

import { useTranslations } from 'next-intl'
import type { Rule } from '@/lib/faq/schema'
import type { VariantIdea } from '@/lib/faq/variant-ideas'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { ConflictPanel } from './_check/conflict-panel'
import { useVariantCheck } from './_check/use-variant-check'
import { useEditor } from './editor-context'
import { addVariantAction } from './variant-actions'
import { VariantIdeaList } from './variant-idea-list'

type VariantIdeasProps = { rule: Pick<Rule, 'id' | 'version' | 'question' | 'language'>; ideas: VariantIdea[] }

/** How customers asked when this rule answered them, or what would find it where it never did. */
export function VariantIdeas({ rule, ideas }: VariantIdeasProps) {
  const t = useTranslations('faqList.variants')
  const { adoptMine } = useEditor()
  const { run, ask, fail, isPending, words } = useDeskAttempt(rule.question)
  const { conflicts, check, goOn, drop } = useVariantCheck(ask, fail)
  const [first] = ideas
  if (!first) return null
  return (
    <section>
      <h2 className="font-medium text-ink-2 text-sm">{t('title')}</h2>
      <p className="mb-2 text-ink-3 text-xs">{t(first.kind === 'alike' ? 'hintAlike' : 'hint')}</p>
      <VariantIdeaList
        language={rule.language}
        ideas={ideas}
        problem={words}
        isBusy={isPending}
        onAdd={(text) => check(rule.id, text, () => run(() => addVariantAction({ id: rule.id, version: rule.version }, text), adoptMine))}
      />
      {conflicts.length > 0 && (
        <ConflictPanel conflicts={conflicts} language={rule.language} deed="add" onGoOn={() => !isPending && goOn()} onBack={drop} />
      )}
    </section>
  )
}
