'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { TryShape } from '@/lib/suggestions/try-shape'
import { Button } from '../../../_components/button'
import { Section } from '../../../_components/pane'

const ROLES = ['system', 'user', 'assistant'] as const

/** What the model was given, to the letter; where it was not asked, why not. */
export function TryPrompt({ result, onAskModel }: { result: TryShape; onAskModel: () => void }) {
  const t = useTranslations('faqTry')
  const format = useFormatter()
  const { prompt, usage, unusedText, passedOver, rung, language } = result
  if (!prompt) {
    return (
      <Section title={t('prompt')} className="border-b-0">
        <p className="text-ink-3 text-sm leading-5">{t(`noPrompt.${rung === 'model' ? 'extractive' : rung}`)}</p>
        {rung === 'cache' && (
          <Button size="small" className="mt-2" onClick={onAskModel}>
            {t('askModel')}
          </Button>
        )}
      </Section>
    )
  }
  const tokens = usage?.promptTokens
  return (
    <>
      {passedOver && (
        <Section title={t('passedOver')}>
          <Words language={language}>{passedOver}</Words>
        </Section>
      )}
      {unusedText && (
        <Section title={t('unused')}>
          <Words language={language}>{unusedText}</Words>
        </Section>
      )}
      <Section title={t('prompt')} aside={tokens ? t('promptTokens', { n: format.number(tokens) }) : undefined} className="border-b-0 pb-8">
        {prompt.map((message) => {
          const role = ROLES.find((each) => each === message.role)
          return (
            <div key={message.role} className="mb-2">
              <h3 className="mb-1 text-ink-3 text-xs">{role ? t(`roles.${role}`) : message.role}</h3>
              <Words language={language}>{message.content}</Words>
            </div>
          )
        })}
      </Section>
    </>
  )
}

function Words({ language, children }: { language: string; children: string }) {
  return (
    <pre lang={language} className="whitespace-pre-wrap rounded-md bg-sunk px-3 py-2 font-mono text-ink text-xs leading-5 wrap-anywhere">
      {children}
    </pre>
  )
}
