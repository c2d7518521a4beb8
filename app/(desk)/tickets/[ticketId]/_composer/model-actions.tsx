'use client'

import { RotateCw, Square, WandSparkles } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { Language, RewriteAction } from '@/prisma/generated/enums'
import { Button } from '../../../../_components/button'
import { cn } from '../../../../_components/cn'
import { Kbd } from '../../../../_components/kbd'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../../../_components/menu'
import { useAltName } from '../../../../_components/use-alt-keys'
import type { useModelActions } from './use-model-actions'

/** Those of one click where there is room; the menu has all of them with their keys. */
const AT_HAND: RewriteAction[] = ['shorter', 'friendlier', 'translate']

const ACTION_KEYS = { shorter: 'S', friendlier: 'W', formal: 'M', translate: 'T', continue: 'C' } as const
const INSTRUCT_KEY = 'I'

type ModelActionsProps = {
  actions: ReturnType<typeof useModelActions>
  /** The ticket's, which a draft that is still to come will be in. */
  language: Language
}

/** What a model can do with the text; while it does, the way to stop it. */
export function ModelActions({ actions, language }: ModelActionsProps) {
  const t = useTranslations('composer.actions')
  const altName = useAltName()
  // The same verbs take less room in Chinese.
  const isChinese = useLocale() === 'zh'
  const { running, isDrafting, canStopDraft, canRewrite, translateTo, regenerate, rewrite, openInstruction, stop } = actions
  const to = translateTo ?? (language === 'zh' ? 'en' : 'zh')
  const nameOf = (action: keyof typeof ACTION_KEYS) => (action === 'translate' ? t(`translate.${to}`) : t(action))
  if (running) {
    return (
      <div className="flex min-w-0 items-center gap-2 text-ink-3 text-sm">
        <Button size="small" onClick={stop}>
          <Square className="size-3!" />
          {t('stop')}
          <Kbd className="max-md:hidden">Esc</Kbd>
        </Button>
        {/* Of a draft that comes by itself the line above the box says so. */}
        {running !== 'draft' && (
          <span className="min-w-0 truncate">
            {running === 'regenerate'
              ? t('regenerating')
              : running === 'instruct'
                ? t('instructing')
                : t('running', { action: nameOf(running) })}
          </span>
        )}
      </div>
    )
  }
  return (
    <div className="-ml-2 flex shrink-0 items-center">
      {canStopDraft ? (
        <Button variant="quiet" className="px-2" onClick={stop}>
          <Square className="size-3!" />
          {t('stopDraft')}
        </Button>
      ) : (
        <Button variant="quiet" className="px-2" aria-disabled={isDrafting} onClick={regenerate}>
          <RotateCw className="size-3.5!" />
          {t('regenerate')}
        </Button>
      )}
      <div className={cn('hidden', isChinese ? '@min-[39rem]:flex' : '@min-[46rem]:flex')}>
        {AT_HAND.map((action) => (
          <Button key={action} variant="quiet" className="px-2" aria-disabled={!canRewrite} onClick={() => rewrite(action)}>
            {nameOf(action as 'shorter')}
          </Button>
        ))}
      </div>
      <Menu>
        <MenuTrigger asChild>
          <Button variant="quiet" className="px-2">
            <WandSparkles className="size-3.5!" />
            {t('menu')}
          </Button>
        </MenuTrigger>
        <MenuContent align="start" side="top" className="min-w-56">
          {(Object.keys(ACTION_KEYS) as (keyof typeof ACTION_KEYS)[]).map((action) => (
            <MenuItem key={action} disabled={!canRewrite} onSelect={() => rewrite(action)}>
              <span className="grow">{nameOf(action)}</span>
              <Kbd className="max-md:hidden">{altName(ACTION_KEYS[action])}</Kbd>
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem onSelect={openInstruction}>
            <span className="grow">{t('instruct')}</span>
            <Kbd className="max-md:hidden">{altName(INSTRUCT_KEY)}</Kbd>
          </MenuItem>
        </MenuContent>
      </Menu>
    </div>
  )
}
