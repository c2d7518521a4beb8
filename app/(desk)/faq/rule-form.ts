import type { Rule, RuleContent, RuleInput } from '@/lib/faq/schema'
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
  /** The moment in ISO form, or empty. Only its box speaks of a time zone, so that none can shift it. */
  validFrom: string
  validUntil: string
}

const EMPTY = { question: '', variants: '', answer: '', category: '', tags: '', entity: '', validFrom: '', validUntil: '' }

export function emptyForm(language: Language, question = ''): RuleForm {
  return { ...EMPTY, question, language, status: 'draft' }
}

export function toForm(rule: RuleContent): RuleForm {
  const { question, answer, category, entity, language, status } = rule
  return {
    question,
    answer,
    category,
    entity,
    language,
    status,
    variants: rule.variants.join('\n'),
    tags: rule.tags.join(language === 'zh' ? '，' : ', '),
    validFrom: rule.validFrom?.toISOString() ?? '',
    validUntil: rule.validUntil?.toISOString() ?? '',
  }
}

/** A rule in the other language, before it is written: what does not depend on the language is that of its twin. */
export function twinForm(twin: Rule): RuleForm {
  const { category, tags, entity, validFrom, validUntil } = toForm(twin)
  return { ...emptyForm(twin.language === 'zh' ? 'en' : 'zh'), category, tags, entity, validFrom, validUntil }
}

export function fromForm(form: RuleForm): RuleInput {
  return {
    ...form,
    variants: splitLines(form.variants),
    tags: splitTags(form.tags),
    validFrom: form.validFrom || null,
    validUntil: form.validUntil || null,
  }
}

/** The form as a version of the rule, to be compared with others. */
export function contentOf(form: RuleForm): RuleContent {
  const moment = (text: string) => (text === '' ? null : new Date(text))
  return {
    ...form,
    variants: splitLines(form.variants),
    tags: splitTags(form.tags),
    validFrom: moment(form.validFrom),
    validUntil: moment(form.validUntil),
  }
}

export function splitLines(text: string): string[] {
  return split(text, /\n/)
}

export function splitTags(text: string): string[] {
  return split(text, /[,，、\n]/)
}

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)
}
