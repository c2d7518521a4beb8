'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { fillMacro } from '@/lib/macros/fill-macro'
import { MAX_MACRO_CHARACTERS, MAX_TITLE_CHARACTERS, type Macro, unknownVariable } from '@/lib/macros/schema'
import { VARIABLES } from '@/lib/macros/variables'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../../_components/button'
import { describedBy, Field } from '../../../_components/field'
import { Input, Select, Textarea } from '../../../_components/input'
import { LANGUAGE_NAMES } from '../../../_components/language-names'
import { Notice } from '../../../_components/notice'
import { useSettingsAttempt } from '../use-settings-attempt'
import { saveMacroAction } from './actions'
import { DeleteMacro } from './delete-macro'

type MacroEditorProps = { macro: Macro | null; isAdmin: boolean; agentName: string }

/** Title, text, for whom; below, the text as it will stand in a reply. */
export function MacroEditor({ macro, isAdmin, agentName }: MacroEditorProps) {
  const t = useTranslations('macros')
  const locale = useLocale()
  const router = useRouter()
  const box = useRef<HTMLTextAreaElement>(null)
  const { run, isPending, words, problem, fieldProblem } = useSettingsAttempt('macros')
  const [title, setTitle] = useState(macro?.title ?? '')
  const [text, setText] = useState(macro?.text ?? '')
  const [language, setLanguage] = useState<Language | ''>(macro ? (macro.language ?? '') : locale)
  const [isShared, setShared] = useState(macro ? macro.ownerId === null : isAdmin)
  const isReadOnly = macro?.ownerId === null && !isAdmin
  const unknown = unknownVariable(text)
  const titleField = { hint: t('form.titleHint'), error: fieldProblem('title') }
  const textField = { error: unknown ? t('form.unknown', { variable: unknown }) : fieldProblem('text') }
  const shown = language || locale

  const insert = (name: string) => {
    const element = box.current
    if (!element || name === '') return
    element.focus()
    if (!document.execCommand('insertText', false, `{{${name}}}`)) setText(`${text}{{${name}}}`)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isPending || unknown || isReadOnly) return
    const form = { title, text, language: language || null, isShared }
    run(
      () => saveMacroAction(macro?.id ?? null, form),
      (_, isHere) => isHere && router.push('/settings/macros'),
    )
  }
  const sample = {
    'contact.name': t('sample.name'),
    'contact.email': t('sample.email'),
    'contact.phone': t('sample.phone'),
    'ticket.number': '1024',
    'ticket.subject': t('sample.subject'),
    'agent.name': agentName,
  }
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-4">
      {isReadOnly && <Notice kind="info">{t('form.readOnly')}</Notice>}
      {words && !problem?.fields && <Notice kind="error">{problem?.reason === 'too_many' ? t('form.tooMany') : words}</Notice>}
      <Field id="macro-title" label={t('form.title')} className="max-w-md" {...titleField}>
        <Input
          id="macro-title"
          value={title}
          maxLength={MAX_TITLE_CHARACTERS}
          readOnly={isReadOnly}
          autoFocus={!macro}
          aria-invalid={titleField.error !== undefined}
          aria-describedby={describedBy('macro-title', titleField)}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field id="macro-text" label={t('form.text')} {...textField}>
        <Textarea
          id="macro-text"
          ref={box}
          lang={shown}
          rows={7}
          value={text}
          maxLength={MAX_MACRO_CHARACTERS}
          readOnly={isReadOnly}
          aria-invalid={textField.error !== undefined}
          aria-describedby={describedBy('macro-text', textField)}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {!isReadOnly && (
        <fieldset className="flex flex-wrap items-center gap-1.5">
          <legend className="sr-only">{t('form.variables')}</legend>
          <span aria-hidden="true" className="text-ink-3 text-sm">
            {t('form.variables')}
          </span>
          {VARIABLES.map((variable) => (
            <Button key={variable.name} size="small" title={`{{${variable.name}}}`} onClick={() => insert(variable.name)}>
              {variable[locale]}
            </Button>
          ))}
        </fieldset>
      )}
      <div className="grid max-w-md grid-cols-2 gap-4">
        <Field id="macro-language" label={t('form.language')}>
          <Select
            id="macro-language"
            value={language}
            disabled={isReadOnly}
            onChange={(event) => setLanguage(event.target.value === 'zh' || event.target.value === 'en' ? event.target.value : '')}
          >
            <option value="">{t('both')}</option>
            <option value="zh">{LANGUAGE_NAMES.zh}</option>
            <option value="en">{LANGUAGE_NAMES.en}</option>
          </Select>
        </Field>
        <Field id="macro-for" label={t('form.for')} hint={isAdmin || isReadOnly ? undefined : t('form.sharedByAdmins')}>
          <Select
            id="macro-for"
            value={isShared ? 'shared' : 'own'}
            disabled={!isAdmin}
            aria-describedby={describedBy('macro-for', { hint: isAdmin || isReadOnly ? undefined : true })}
            onChange={(event) => setShared(event.target.value === 'shared')}
          >
            <option value="shared">{t('form.forShared')}</option>
            <option value="own">{t('form.forOwn')}</option>
          </Select>
        </Field>
      </div>
      {text.trim() && !unknown && (
        <section aria-labelledby="macro-preview" className="flex flex-col gap-1">
          <h2 id="macro-preview" className="font-medium text-ink-2 text-sm">
            {t('form.preview')}
          </h2>
          <div lang={shown} className="message-text rounded-md bg-sunk px-3.5 py-2">
            {fillMacro(text.trim(), sample, shown)}
          </div>
        </section>
      )}
      <div className="flex items-center gap-2">
        {!isReadOnly && (
          <Button type="submit" variant="go" aria-disabled={isPending}>
            {t(isPending ? 'form.saving' : 'form.save')}
          </Button>
        )}
        <Button asChild variant="quiet">
          <Link href="/settings/macros">{t('form.cancel')}</Link>
        </Button>
        <span className="grow" />
        {macro && !isReadOnly && <DeleteMacro id={macro.id} />}
      </div>
    </form>
  )
}
