'use client'

import { useTranslations } from 'next-intl'
import type { VariantIdea } from '@/lib/faq/variant-ideas'
import { useAttempt } from '../../_doors/use-attempt'
import { useEditor } from './editor-context'
import { addVariantAction } from './variant-actions'
import { VariantIdeaList } from './variant-idea-list'

type VariantIdeasProps = { rule: { id: string; version: number; language: string }; ideas: VariantIdea[] }

/** How customers asked when this rule answered them, or what would find it where it never did. */
export function VariantIdeas({ rule, ideas }: VariantIdeasProps) {
  const t = useTranslations('faqList.variants')
  const { adoptMine } = useEditor()
  const { run, isPending, words } = useAttempt()
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
        onAdd={(text) => run(() => addVariantAction({ id: rule.id, version: rule.version }, text), adoptMine)}
      />
    </section>
  )
}
