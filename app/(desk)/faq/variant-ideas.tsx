'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { VariantIdea } from '@/lib/faq/suggest-variants'
import { Button } from '../../_components/button'
import { useAttempt } from '../../_doors/use-attempt'
import { useEditor } from './editor-context'
import { addVariantAction } from './variant-actions'

type VariantIdeasProps = { rule: { id: string; version: number; language: string }; ideas: VariantIdea[] }

/** How customers asked when this rule answered them; one click makes it a variant. */
export function VariantIdeas({ rule, ideas }: VariantIdeasProps) {
  const t = useTranslations('faqList.variants')
  const gaps = useTranslations('faqGaps')
  const { adoptMine } = useEditor()
  const { run, isPending, words } = useAttempt()
  if (ideas.length === 0) return null
  return (
    <section>
      <h2 className="font-medium text-ink-2 text-sm">{t('title')}</h2>
      <p className="mb-2 text-ink-3 text-xs">{t('hint')}</p>
      {words && (
        <p role="alert" className="mb-2 text-red text-sm">
          {words}
        </p>
      )}
      <ul className="border-t">
        {ideas.map(({ text, kind, count, ticket }) => (
          <li key={text} className="flex min-h-9 items-center gap-3 border-b py-1">
            <span lang={rule.language} className="wrap-anywhere min-w-0 grow">
              {text}
            </span>
            <span className="shrink-0 text-ink-3 text-sm">{t(kind === 'missed' ? 'missed' : 'asked', { n: count })}</span>
            <Link
              href={`/tickets/${ticket.id}`}
              aria-label={gaps('ticket', { n: ticket.number })}
              className="shrink-0 text-accent text-sm hover:underline"
            >
              #{ticket.number}
            </Link>
            <Button
              size="small"
              aria-label={t('addOne', { text })}
              aria-disabled={isPending}
              onClick={() => !isPending && run(() => addVariantAction({ id: rule.id, version: rule.version }, text), adoptMine)}
            >
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
