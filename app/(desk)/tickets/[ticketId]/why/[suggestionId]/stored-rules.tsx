import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { diffTexts } from '@/lib/faq/diff-texts'
import type { Explanation } from '@/lib/suggestions/get-explanation'
import { Section } from '../../../../../_components/pane'
import { Tag } from '../../../../../_components/tag'
import { TextDiff } from '../../../../../_components/text-diff'

/** The rules as the draft had them, and what has changed in them since. */
export function StoredRules({ rules, language }: Pick<Explanation, 'rules' | 'language'>) {
  const t = useTranslations('assistant')
  const format = useFormatter()
  return (
    <Section title={t('why.rules')} aside={rules.length === 0 ? t('why.none') : undefined}>
      <ol className="flex flex-col">
        {rules.map(({ position, ruleId, ruleVersion, title, answer, score, isUsed, isCited, rule }) => {
          const isChanged = rule.version !== ruleVersion
          return (
            <li key={position} className="border-line py-2 first:pt-0 [&+&]:border-t">
              <details open={isUsed || isCited}>
                <summary className="flex list-none items-baseline gap-1.5 rounded-sm text-[13.5px] [&::-webkit-details-marker]:hidden">
                  <span className="rounded-sm bg-accent-bg px-1 font-medium font-mono text-2xs text-accent">{position}</span>
                  <span lang={language} className="min-w-0 grow font-medium">
                    {title}
                  </span>
                  <Tag>{t(`rules.${isCited ? 'cited' : isUsed ? 'used' : 'found'}`)}</Tag>
                  <span className="text-ink-3 text-xs">{format.number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>
                </summary>
                <p lang={language} className="mt-1 whitespace-pre-wrap text-[13.5px] text-ink-2 leading-5.5">
                  {answer}
                </p>
                <p className="mt-1 flex flex-wrap gap-x-2 text-ink-3 text-xs">
                  <span>{t('rules.version', { old: ruleVersion })}</span>
                  {!isChanged && <span>{t('why.unchanged')}</span>}
                  {rule.status === 'archived' && <span className="text-amber">{t('rules.archived')}</span>}
                  {rule.status === 'draft' && <span className="text-amber">{t('rules.unpublished')}</span>}
                  <Link href={`/faq?rule=${ruleId}`} className="text-accent hover:underline hover:underline-offset-3">
                    {t('rules.open')}
                    <span className="sr-only">{t('rules.of', { title })}</span>
                  </Link>
                </p>
                {isChanged && (
                  <div className="mt-1.5 border-amber border-l-2 pl-2.5 text-sm leading-5.5">
                    <p className="text-amber text-xs">{t('why.changed', { now: rule.version })}</p>
                    <p lang={language} className="font-medium">
                      <TextDiff pieces={diffTexts(title, rule.question)} />
                    </p>
                    <p lang={language}>
                      <TextDiff pieces={diffTexts(answer, rule.answer)} />
                    </p>
                  </div>
                )}
              </details>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
