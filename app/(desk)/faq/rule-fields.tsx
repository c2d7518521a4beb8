'use client'

import { useTranslations } from 'next-intl'
import { describedBy, Field } from '../../_components/field'
import { Input, Select, Textarea } from '../../_components/input'
import type { RuleForm } from './rule-form'

type RuleFieldsProps = {
  form: RuleForm
  isReadOnly: boolean
  problemOf: (name: string) => string | undefined
  onChange: (part: Partial<RuleForm>) => void
}

const STATUSES = ['published', 'draft', 'archived'] as const
const LANGUAGES = ['zh', 'en'] as const

export function RuleFields({ form, isReadOnly, problemOf, onChange }: RuleFieldsProps) {
  const t = useTranslations('faq')
  const common = useTranslations('common')
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
  const question = bind('question', t('form.questionHint'))
  const variants = bind('variants', t('form.variantsHint'))
  const answer = bind('answer', t('form.answerHint'))
  const category = bind('category')
  const tags = bind('tags', t('form.tagsHint'))
  const validFrom = bind('validFrom', t('form.validHint'))
  const validUntil = bind('validUntil')
  return (
    <>
      <Field {...question.field} label={t('form.question')}>
        <Input {...question.control} lang={form.language} maxLength={300} className="h-9 text-lg" />
      </Field>
      <Field {...answer.field} label={t('form.answer')}>
        <Textarea
          {...answer.control}
          lang={form.language}
          maxLength={4_000}
          className="field-sizing-content min-h-32 resize-none text-lg"
        />
      </Field>
      <Field {...variants.field} label={t('form.variants')}>
        <Textarea {...variants.control} lang={form.language} className="field-sizing-content min-h-24 resize-none leading-6" />
      </Field>
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
        <Field id="rule-language" label={t('form.language')}>
          <Select
            id="rule-language"
            value={form.language}
            disabled={isReadOnly}
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
          <Input {...category.control} lang={form.language} maxLength={60} />
        </Field>
        <Field {...tags.field} label={t('form.tags')}>
          <Input {...tags.control} lang={form.language} />
        </Field>
        <Field {...validFrom.field} label={t('form.validFrom')}>
          <Input {...validFrom.control} type="datetime-local" />
        </Field>
        <Field {...validUntil.field} label={t('form.validUntil')}>
          <Input {...validUntil.control} type="datetime-local" />
        </Field>
      </div>
    </>
  )
}
