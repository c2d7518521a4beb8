'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PromptVersion } from '@/lib/settings/list-prompt-templates'
import { Button } from '../../../_components/button'
import { MOMENT } from '../../../_components/moments'
import { PromptChange } from './prompt-change'

type PromptHistoryProps = { versions: PromptVersion[]; isPending: boolean; onRestore: (version: number) => void }

/** Every version there was, with what it changed; any of them can be brought back, as a new one. */
export function PromptHistory({ versions, isPending, onRestore }: PromptHistoryProps) {
  const t = useTranslations('prompt.history')
  const format = useFormatter()
  const [current] = versions
  // Compared only where somebody looks.
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const show = (version: number) => setOpened((old) => (old.has(version) ? old : new Set(old).add(version)))
  return (
    <section className="border-t pt-4">
      <h2 className="mb-1 font-semibold text-ink-2 text-sm">{t('title')}</h2>
      <ol>
        {versions.map((one, index) => {
          const before = versions[index + 1]
          const facts = [
            one.author?.name ?? (one.createdAt ? null : t('own')),
            one.createdAt && format.dateTime(one.createdAt, MOMENT),
          ].filter(Boolean)
          return (
            <li key={one.version} className="flex items-start gap-2 border-line py-1.5 text-sm [&+&]:border-t">
              <details
                className="min-w-0 grow"
                onToggle={(event) => event.currentTarget.open && show(one.version)}
                // Opened before the scripts were there: nobody heard it.
                ref={(element) => {
                  if (element?.open) show(one.version)
                }}
              >
                <summary className="disclosure rounded-sm text-ink-2 leading-7">
                  <span className="font-medium text-ink">{t('version', { n: one.version })}</span>
                  <span className="text-ink-3"> · {facts.join(' · ')}</span>
                </summary>
                {opened.has(one.version) && (
                  <div className="my-1 flex flex-col gap-2 rounded-md bg-sunk px-3 py-2 text-ink-2">
                    <h3 className="text-ink-3 text-xs">{t(before ? 'changed' : 'first')}</h3>
                    {before ? (
                      <PromptChange before={before} after={one} />
                    ) : (
                      (['zh', 'en'] as const).map((language) => (
                        <p key={language} lang={language} className="whitespace-pre-wrap leading-5.5">
                          {one[language]}
                        </p>
                      ))
                    )}
                    {current && index > 0 && (
                      <>
                        <h3 className="border-t pt-2 text-ink-3 text-xs">{t('wouldChange')}</h3>
                        <PromptChange before={current} after={one} />
                      </>
                    )}
                  </div>
                )}
              </details>
              {index === 0 ? (
                <span className="shrink-0 text-ink-3 leading-7">{t('current')}</span>
              ) : (
                <Button
                  size="small"
                  aria-label={t('restoreOne', { n: one.version })}
                  aria-disabled={isPending}
                  onClick={() => !isPending && onRestore(one.version)}
                >
                  {t('restore')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
