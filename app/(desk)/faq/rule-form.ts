import type { Rule, RuleInput } from '@/lib/faq/schema'
import type { Language, RuleStatus } from '@/prisma/generated/enums'

/** A rule as text boxes hold it. */
export type RuleForm = {
  question: string
  /** One a line. */
  variants: string
  answer: string
  category: string
  /** Separated by commas. */
  tags: string
  entity: string
  language: Language
  status: RuleStatus
  /** `2026-11-20T15:30` in the agent's time zone, or empty. */
  validFrom: string
  validUntil: string
}

export function emptyForm(language: Language): RuleForm {
  return {
    question: '',
    variants: '',
    answer: '',
    category: '',
    tags: '',
    entity: '',
    language,
    status: 'draft',
    validFrom: '',
    validUntil: '',
  }
}

export function toForm(rule: Rule, timeZone: string): RuleForm {
  const { question, answer, category, entity, language, status } = rule
  const separator = language === 'zh' ? '，' : ', '
  return {
    question,
    answer,
    category,
    entity,
    language,
    status,
    variants: rule.variants.join('\n'),
    tags: rule.tags.join(separator),
    validFrom: toLocal(rule.validFrom, timeZone),
    validUntil: toLocal(rule.validUntil, timeZone),
  }
}

/** In the browser: what it takes for local time is the agent's. */
export function fromForm(form: RuleForm): RuleInput {
  const list = (text: string, separator: RegExp) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean)
  return {
    ...form,
    variants: list(form.variants, /\n/),
    tags: list(form.tags, /[,，、\n]/),
    validFrom: form.validFrom === '' ? null : new Date(form.validFrom).toISOString(),
    validUntil: form.validUntil === '' ? null : new Date(form.validUntil).toISOString(),
  }
}

// Swedish writes dates the way the control reads them: 2026-11-20 15:30.
function toLocal(date: Date | null, timeZone: string): string {
  if (!date) return ''
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(date).replace(' ', 'T')
}
