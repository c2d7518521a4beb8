'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RuleLabels } from '@/lib/faq/list-rule-labels'
import { describedBy, Field } from '../../_components/field'
import { Input, Select, Textarea } from '../../_components/input'
import { AnswerPreview } from './answer-preview'
import { LengthHint } from './length-hint'
import { fromLocal, toLocal, zoneName } from './local-moment'
import type { RuleForm } from './rule-form'
import { TagIdeas } from './tag-ideas'
import { VariantNotes } from './variant-notes-list'

type RuleFieldsProps = {
  form: RuleForm
  hasTwin: boolean
  labels: RuleLabels
  isReadOnly: boolean
  problemOf: (name: string) => string | undefined
  onChange: (part: Partial<RuleForm>) => void
  underVariants?: ReactNode
}

const STATUSES = ['published', 'draft', 'archived'] as const
const LANGUAGES = ['zh', 'en'] as const

export function RuleFields({ form, hasTwin, labels, isReadOnly, problemOf, onChange, underVariants }: RuleFieldsProps) {
  const t = useTranslations('faq')
  const editor = useTranslations('faqEditor')
  const common = useTranslations('common')
  const timeZone = useTimeZone() ?? 'UTC'
  const bind = (name: keyof RuleForm, hint?: string) => {
    const error = problemOf(name)
    return {
      field: { id: `rule-${name}`, hint, error },
      control: {
        id: `rule-${name}`,
        name,
        value: form[name],
        readOnly: isReadOnly,
        'aria-invalid': error !== undefined,
        'aria-describedby': describedBy(`rule-${name}`, { hint, error }),
        onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
      },
    }
  }
  const bindMoment = (name: 'validFrom' | 'validUntil', hint?: string) => {
    const { field, control } = bind(name, hint)
    return {
      field,
      control: {
        ...control,
        type: 'datetime-local',
        value: toLocal(form[name], timeZone),
        onChange: (event: { target: { value: string } }) => onChange({ [name]: fromLocal(event.target.value, timeZone) }),
      },
    }
  }
  const question = bind('question', t('form.questionHint'))
  const variants = bind('variants', t('form.variantsHint'))
  const answer = bind('answer', t('form.answerHint'))
  const category = bind('category', editor('categoryHint'))
  const tags = bind('tags', t('form.tagsHint'))
  const entity = bind('entity', editor('entityHint'))
  const validFrom = bindMoment('validFrom', editor('validFromHint', { zone: zoneName(timeZone, form.validFrom) }))
  const validUntil = bindMoment('validUntil', editor('validUntilHint', { zone: zoneName(timeZone, form.validUntil) }))
  return (
    <>
      <Field {...question.field} label={t('form.question')}>
        <Input {...question.control} lang={form.language} maxLength={300} className="h-9 text-lg" />
      </Field>
      <div>
        <Field {...answer.field} label={t('form.answer')}>
          <Textarea
            {...answer.control}
            lang={form.language}
            maxLength={4_000}
            className="field-sizing-content min-h-32 resize-none text-lg"
          />
        </Field>
        <LengthHint answer={form.answer} language={form.language} />
        <details className="mt-1.5">
          <summary className="disclosure w-fit rounded-sm text-ink-2 text-sm">{editor('preview.title')}</summary>
          <AnswerPreview answer={form.answer} language={form.language} />
        </details>
      </div>
      <div>
        <Field {...variants.field} label={t('form.variants')}>
          <Textarea {...variants.control} lang={form.language} className="field-sizing-content min-h-24 resize-none leading-6" />
        </Field>
        <VariantNotes question={form.question} variants={form.variants} language={form.language} />
      </div>
      {underVariants}
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <Field id="rule-status" label={t('form.status')} hint={t(`statusHint.${form.status}`)}>
          <Select
            id="rule-status"
            value={form.status}
            disabled={isReadOnly}
            aria-describedby="rule-status-hint"
            onChange={(event) => onChange({ status: STATUSES.find((status) => status === event.target.value) ?? form.status })}
          >
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`statuses.${status}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="rule-language" label={t('form.language')} hint={hasTwin ? editor('languageHint') : undefined}>
          <Select
            id="rule-language"
            value={form.language}
            disabled={isReadOnly}
            aria-describedby={describedBy('rule-language', { hint: hasTwin })}
            onChange={(event) => onChange({ language: LANGUAGES.find((language) => language === event.target.value) ?? form.language })}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {common(language)}
              </option>
            ))}
          </Select>
        </Field>
        <Field {...category.field} label={t('form.category')}>
          <Input {...category.control} lang={form.language} maxLength={60} list="rule-categories" />
          <datalist id="rule-categories">
            {labels.categories.map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
        </Field>
        <Field {...entity.field} label={editor('entity')}>
          <Input {...entity.control} lang={form.language} maxLength={120} />
        </Field>
        <div className="md:col-span-2">
          <Field {...tags.field} label={t('form.tags')}>
            <Input {...tags.control} lang={form.language} />
          </Field>
          {!isReadOnly && (
            <TagIdeas tags={form.tags} known={labels.tags} language={form.language} onChange={(next) => onChange({ tags: next })} />
          )}
        </div>
        <Field {...validFrom.field} label={t('form.validFrom')}>
          <Input {...validFrom.control} />
        </Field>
        <Field {...validUntil.field} label={t('form.validUntil')}>
          <Input {...validUntil.control} />
        </Field>
      </div>
    </>
  )
}
