'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Avatar } from '../../_components/avatar'
import { Notice } from '../../_components/notice'
import { EMPTY_DOOR_STATE } from '../form-state'
import { useDoorProblems } from '../use-door-problems'
import { demoSignInAction } from './actions'

const PEOPLE = [
  { role: 'agent', letter: '林', label: 'demoAgent', hint: 'demoAgentHint' },
  { role: 'admin', letter: '陈', label: 'demoAdmin', hint: 'demoAdminHint' },
] as const

/** The demo's two people, one click each. */
export function DemoDoor({ next }: { next: string }) {
  const t = useTranslations('door.signIn')
  const [state, action, isPending] = useActionState(demoSignInAction, EMPTY_DOOR_STATE)
  const { formProblem } = useDoorProblems('signIn', state)
  return (
    <form action={action} className="mb-8">
      <h2 className="mb-2 font-medium text-ink-2 text-sm">{t('demoTitle')}</h2>
      {formProblem && (
        <Notice kind="error" className="mb-2">
          {formProblem}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <div className="overflow-hidden rounded-md border border-line-strong bg-pane">
        {PEOPLE.map(({ role, letter, label, hint }) => (
          <button
            key={role}
            type="submit"
            name="role"
            value={role}
            aria-disabled={isPending}
            className="group flex w-full items-center gap-3 border-line px-3 py-2.5 text-left transition-colors hover:bg-sunk focus-visible:-outline-offset-2 [&+&]:border-t"
          >
            <Avatar name={letter} className="size-8 shrink-0 text-sm" />
            <span className="min-w-0 grow">
              <span className="block font-medium">{t(label)}</span>
              <span className="block text-ink-3 text-xs">{t(hint)}</span>
            </span>
            <ArrowRight className="size-4 shrink-0 text-ink-3 transition-transform group-hover:translate-x-0.5" />
          </button>
        ))}
      </div>
    </form>
  )
}
