import { useTranslations } from 'next-intl'
import type { Explanation } from '@/lib/suggestions/get-explanation'
import { Section } from '../../../../../_components/pane'

/** What the model was given, to the letter; where it was not asked, why not. */
export function StoredPrompt({
  prompt,
  rung,
  language,
  fallbackCause,
}: Pick<Explanation, 'prompt' | 'rung' | 'language' | 'fallbackCause'>) {
  const t = useTranslations('assistant.why')
  return (
    <Section title={t('prompt')} className="border-b-0">
      {prompt ? (
        prompt.map(({ role, content }) => (
          <div key={role} className="mb-2">
            <h3 className="mb-1 text-ink-3 text-xs">{t(`roles.${role}`)}</h3>
            <pre
              lang={language}
              className="whitespace-pre-wrap rounded-md bg-sunk px-3 py-2 font-mono text-ink text-xs leading-5 wrap-anywhere"
            >
              {content}
            </pre>
          </div>
        ))
      ) : (
        <p className="text-ink-3 text-sm leading-5">
          {t(fallbackCause === 'which_one' ? 'noPrompt.asked' : `noPrompt.${rung ?? 'model'}`)}
        </p>
      )}
    </Section>
  )
}
