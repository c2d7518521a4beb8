import { useTranslations } from 'next-intl'
import type { Messages } from '@/lib/i18n/messages/zh'
import type { ApiOperation } from '@/lib/openapi/list-operations'
import { CodeBlock } from '../../../_components/code-block'
import { Tag } from '../../../_components/tag'
import { FieldTable } from './field-table'
import { WithCode } from './with-code'

type Titles = Messages['api']['titles']
type Words = Messages['api']['words']

/** One thing a program can ask for: closed a line, open all there is to know. */
export function Operation({ operation, curl }: { operation: ApiOperation; curl: string | null }) {
  const t = useTranslations('api')
  const { id, method, path, scope, isSigned, parameters, bodyTypes, body, answers, errors } = operation
  const title = t(`titles.${id as keyof Titles}`)
  const words = t.has(`words.${id as keyof Words}`) ? t(`words.${id as keyof Words}`) : null
  const isJson = bodyTypes.length === 0 || (bodyTypes.length === 1 && bodyTypes[0] === 'application/json')
  return (
    <details id={id}>
      <summary className="disclosure flex min-h-11 items-center gap-3 rounded-sm py-2 before:mr-0 hover:bg-sunk">
        <span className="w-14 shrink-0 font-mono font-semibold text-ink-2 text-xs uppercase">{method}</span>
        <span className="min-w-0 grow">
          <span className="block font-medium">{title}</span>
          <code className="wrap-anywhere font-mono text-ink-3 text-xs">{path}</code>
        </span>
        <Tag className="shrink-0 font-mono">{scope ?? t(isSigned ? 'signed' : 'open')}</Tag>
      </summary>
      <div className="flex flex-col gap-4 pt-1 pb-5 md:pl-17">
        {words && (
          <p className="text-ink-2 text-sm">
            <WithCode text={words} />
          </p>
        )}
        {parameters.length > 0 && (
          <FieldTable
            caption={t('parameters')}
            fields={parameters.map((field) => ({ ...field, note: t(`places.${field.in as 'path' | 'query' | 'header'}`) }))}
          />
        )}
        {!isJson && <Line label={t('body')} text={t('file', { types: bodyTypes.join(', ') })} />}
        {body.length > 0 && <FieldTable caption={t('body')} fields={body} />}
        {answers.map(({ status, types, fields }) => (
          <div key={status} className="flex flex-col gap-1">
            <Line label={t('answer', { status })} text={types.join(', ')} />
            {fields.length > 0 && <FieldTable caption={t('answerFields', { status })} fields={fields} isHidden />}
          </div>
        ))}
        {errors.length > 0 && <Line label={t('errors')} text={errors.map(({ status, code }) => `${status} ${code}`).join(' · ')} />}
        {curl ? <CodeBlock label={t('example', { title })} code={curl} /> : <p className="text-ink-2 text-sm">{t('signedExample')}</p>}
      </div>
    </details>
  )
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <p className="text-sm">
      <span className="font-medium text-ink-2">{label}</span> <code className="wrap-anywhere font-mono text-ink-2 text-xs">{text}</code>
    </p>
  )
}
