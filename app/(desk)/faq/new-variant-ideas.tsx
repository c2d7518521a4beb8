'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { VariantIdea } from '@/lib/faq/variant-ideas'
import { Button } from '../../_components/button'
import { useAttempt } from '../../_doors/use-attempt'
import { type RuleForm, splitLines } from './rule-form'
import { findAlikeAction } from './variant-actions'
import { VariantIdeaList } from './variant-idea-list'

/** Of a rule that is not saved yet: what customers asked lately that would find it, looked for when it is wanted. */
export function NewVariantIdeas({ form, onAdd }: { form: RuleForm; onAdd: (text: string) => void }) {
  const t = useTranslations('faqList.variants')
  const { runAside, isPending, words } = useAttempt()
  const [ideas, setIdeas] = useState<VariantIdea[] | null>(null)
  const variants = splitLines(form.variants)
  const left = ideas?.filter(({ text }) => !variants.includes(text)) ?? []
  const hasQuestion = form.question.trim() !== ''
  const look = () => {
    const { question, answer, entity, language } = form
    runAside(() => findAlikeAction({ question, variants, answer, entity, language }), setIdeas)
  }
  return (
    <section aria-label={t('title')}>
      <div className="flex items-center gap-3">
        <Button
          size="small"
          aria-disabled={!hasQuestion || isPending}
          aria-describedby="variant-ideas-hint"
          onClick={() => hasQuestion && !isPending && look()}
        >
          {t(isPending ? 'suggesting' : 'suggest')}
        </Button>
        <p id="variant-ideas-hint" role="status" className="text-ink-3 text-xs">
          {hasQuestion ? t(ideas?.length === 0 ? 'noneAlike' : 'hintAlike') : t('questionFirst')}
        </p>
      </div>
      {(left.length > 0 || words) && (
        <div className="mt-2">
          <VariantIdeaList language={form.language} ideas={left} problem={words} onAdd={onAdd} />
        </div>
      )}
    </section>
  )
}
