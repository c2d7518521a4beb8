'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { Language } from '@/prisma/generated/enums'
import { Tag } from '../../../_components/tag'

/** The rules that repeat or contradict this one, each with what differs, side by side. */
export function ConflictList({ conflicts, language }: { conflicts: readonly RuleConflict[]; language: Language }) {
  const t = useTranslations('faqCheck.conflicts')
  return (
    <ul>
      {conflicts.map(({ ruleId, question, kind, asked, differences }) => (
        <li key={ruleId} className="border-line py-2.5 first:pt-0 last:pb-0 [&+&]:border-t">
          <div className="flex items-baseline gap-2">
            <Link
              href={`/faq?rule=${ruleId}`}
              target="_blank"
              lang={language}
              aria-label={t('open', { title: question })}
              className="min-w-0 rounded-sm font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-current"
            >
              {question}
            </Link>
            <Tag>{t(`kinds.${kind}`)}</Tag>
          </div>
          <p lang={language} className="mt-0.5 text-ink-3 text-xs">
            {t('asked', { mine: asked.mine, theirs: asked.theirs })}
          </p>
          {differences.map((difference) => (
            <dl
              key={`${difference.kind} ${difference.myClause} ${difference.mine}`}
              aria-label={t(difference.kind)}
              className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 text-ink-2 text-sm leading-5.5"
            >
              <dt className="text-ink-3">{t('here')}</dt>
              <dd lang={language}>
                <Lit text={difference.myClause} part={difference.mine} />
              </dd>
              <dt className="text-ink-3">{t('there')}</dt>
              <dd lang={language}>
                <Lit text={difference.theirClause} part={difference.theirs} />
              </dd>
            </dl>
          ))}
          {kind === 'same' && <p className="mt-1 text-ink-3 text-xs">{t('sameHint')}</p>}
        </li>
      ))}
    </ul>
  )
}

/** A text with one part of it marked. */
function Lit({ text, part }: { text: string; part: string }) {
  const at = text.indexOf(part)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-xs bg-lit text-ink">{part}</mark>
      {text.slice(at + part.length)}
    </>
  )
}
