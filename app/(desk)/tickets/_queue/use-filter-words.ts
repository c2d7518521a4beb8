'use client'

import { useTranslations } from 'next-intl'
import type { QueueFilters } from './queue-query'

/** What the queue can be filtered by that is made by people: who there is, where tickets come from, which tags they bear. */
export type QueueChoices = { agents: { id: string; name: string }[]; channels: { id: string; name: string }[]; tags: string[] }

/** A filter's value as it is called on the screen; `who` is what the customer calls themself, where only one's tickets are shown. */
export function useFilterWords({ agents, channels }: QueueChoices, who?: string | null) {
  const t = useTranslations('queueTools')
  const ticket = useTranslations('ticket')
  const rung = useTranslations('rung')
  const words: { [Name in keyof QueueFilters]: (value: NonNullable<QueueFilters[Name]>) => string } = {
    status: (value) => ticket(`status.${value}`),
    assignee: (value) =>
      value === 'me' ? t('me') : value === 'none' ? t('nobody') : (agents.find(({ id }) => id === value)?.name ?? t('somebody')),
    tag: (value) => value,
    priority: (value) => ticket(`priority.${value}`),
    language: (value) => t(`languages.${value}`),
    channel: (value) => channels.find(({ id }) => id === value)?.name ?? t('someChannel'),
    contact: () => who ?? t('someContact'),
    rung: (value) => rung(value),
    grounding: (value) => t(`checks.${value}`),
    gap: () => t('yes'),
    unread: () => t('yes'),
  }
  return words
}
