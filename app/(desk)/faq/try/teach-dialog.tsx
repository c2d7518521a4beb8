'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { PickedRule } from '@/lib/faq/pick-rules'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../../_components/button'
import { Dialog } from '../../../_components/dialog'
import { describedBy, Field } from '../../../_components/field'
import { Textarea } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { useDeskAttempt } from '../../../_held/use-desk-attempt'
import { ConflictPanel } from '../_check/conflict-panel'
import { useVariantCheck } from '../_check/use-variant-check'
import { teachRuleAction } from './actions'
import { RulePicker } from './rule-picker'

/** Who is to learn what; no rule yet means that it must be picked. */
export type Pupil = { rule: PickedRule | null; words: string; language: Language }

type TeachDialogProps = {
  pupil: Pupil
  onClose: () => void
  onTaught: (rule: { id: string; version: number; question: string }, versionBefore: number) => void
}

/** What was masked belongs to one customer; a variant has no room for more than this. */
function toVariant(words: string): string {
  return words
    .replaceAll(/【[^【】\s]{1,10}\d{1,4}】/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}

/** A wrong hit is corrected: what was asked becomes a variant of the rule that should have answered. */
export function TeachDialog({ pupil, onClose, onTaught }: TeachDialogProps) {
  const t = useTranslations('faqTry')
  const [rule, setRule] = useState(pupil.rule)
  const [variant, setVariant] = useState(() => toVariant(pupil.words))
  const { ask, fail, isPending, words, fieldProblem } = useDeskAttempt(rule?.question ?? t('teach.title'))
  const error = fieldProblem('variant') ?? fieldProblem('variants')
  const { conflicts, check, goOn, drop } = useVariantCheck(ask, fail)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!rule || isPending) return
    check(rule.id, variant, () =>
      ask(
        () => teachRuleAction({ id: rule.id, version: rule.version, variant }),
        (taught) => onTaught(taught, rule.version),
      ),
    )
  }
  return (
    <Dialog title={t('teach.title')} isOpen onClose={onClose}>
      {rule ? (
        <form onSubmit={submit} className="flex flex-col gap-4">
          {words && !error && <Notice kind="error">{words}</Notice>}
          <div className="flex flex-col gap-1">
            <span className="font-medium text-ink-2 text-sm">{t('teach.rule')}</span>
            <div className="flex items-center gap-2">
              <span lang={rule.language} className="min-w-0 grow">
                {rule.question}
              </span>
              <Button
                size="small"
                onClick={() => {
                  drop()
                  setRule(null)
                }}
              >
                {t('teach.change')}
              </Button>
            </div>
          </div>
          <Field id="teach-variant" label={t('teach.variant')} hint={t('teach.variantHint')} error={error}>
            <Textarea
              id="teach-variant"
              value={variant}
              maxLength={300}
              lang={pupil.language}
              aria-invalid={error !== undefined}
              aria-describedby={describedBy('teach-variant', { hint: true, error })}
              onChange={(event) => {
                drop()
                setVariant(event.target.value)
              }}
              className="field-sizing-content min-h-16 resize-none text-lg"
            />
          </Field>
          {conflicts.length > 0 ? (
            <ConflictPanel conflicts={conflicts} language={rule.language} deed="add" onGoOn={() => !isPending && goOn()} onBack={drop} />
          ) : (
            <div className="flex justify-end">
              <Button type="submit" variant="go" disabled={variant.trim() === ''} aria-disabled={isPending}>
                {t(isPending ? 'teach.saving' : 'teach.save')}
              </Button>
            </div>
          )}
        </form>
      ) : (
        <RulePicker language={pupil.language} onPick={setRule} />
      )}
    </Dialog>
  )
}
