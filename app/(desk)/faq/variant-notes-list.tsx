'use client'

import { useTranslations } from 'next-intl'
import { MAX_VARIANT_CHARS, MAX_VARIANTS, type VariantNote, variantNotes } from './variant-notes'

const SHOWN = 4

/** What is wrong with the ways to ask, line by line, as they are typed. */
export function VariantNotes({ question, variants, language }: { question: string; variants: string; language: string }) {
  const t = useTranslations('faqEditor.variants')
  const notes = variantNotes(question, variants)
  const words = (note: VariantNote) => {
    if (note.kind === 'many') return t('many', { n: note.n, most: MAX_VARIANTS })
    if (note.kind === 'long') return t('long', { text: note.text.slice(0, 40), most: MAX_VARIANT_CHARS })
    return note.kind === 'question' ? t('question', { text: note.text }) : t('repeated', { text: note.text, of: note.of })
  }
  return (
    <ul aria-live="polite" lang={language} className="mt-0.5 text-amber text-xs">
      {notes.slice(0, SHOWN).map((note) => (
        <li key={words(note)} className="wrap-anywhere">
          {words(note)}
        </li>
      ))}
      {notes.length > SHOWN && <li>{t('more', { n: notes.length - SHOWN })}</li>}
    </ul>
  )
}
