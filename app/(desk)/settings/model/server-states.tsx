'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ServerState } from '@/lib/inference/list-server-states'
import { EXACT_CLOCK } from '../../../_components/moments'
import { Notice } from '../../../_components/notice'
import { Tag } from '../../../_components/tag'
import { useServerStates, writtenPerSecond } from './use-server-states'

/** What our worker may say of itself; anything else is shown as it says it. */
const KNOWN_STATES = [
  'ready',
  'away',
  'loading',
  'stopping',
  'missing',
  'corrupt',
  'too_large',
  'unsupported',
  'device_unavailable',
] as const
type KnownState = (typeof KNOWN_STATES)[number]

/** Each inference server as it is now. */
export function ServerStates({ first }: { first: ServerState[] }) {
  const t = useTranslations('model')
  const { now, before, isLost } = useServerStates(first)
  return (
    <section aria-label={t('servers')} className="flex flex-col gap-4">
      {isLost && <Notice kind="warning">{t('lost')}</Notice>}
      {now.map((server, index) => (
        <Server key={server.url} server={server} before={before?.[index]} />
      ))}
    </section>
  )
}

function Server({ server, before }: { server: ServerState; before?: ServerState }) {
  const t = useTranslations('model')
  const format = useFormatter()
  const { url, state, isResting, model, figures, readAt } = server
  const known = KNOWN_STATES.find((one) => one === state) as KnownState | undefined
  const number = (value: number, digits = 0) => format.number(value, { maximumFractionDigits: digits })
  const perSecond = writtenPerSecond(server, before)
  const of = <T,>(value: T | null | undefined, words: (value: T) => string) => (value == null ? null : words(value))
  const rows: [label: string, value: string | null][] = [
    [t('quantization'), model?.quantization ?? null],
    [t('context'), of(model?.contextSize, (n) => t('tokens', { n: number(n) }))],
    [
      t('device'),
      of(model?.device, (device) => {
        const threads = device === 'cpu' && model?.threads ? ` · ${t('threads', { n: model.threads })}` : ''
        return `${t(`devices.${device}`)}${threads}`
      }),
    ],
    [t('speed'), figures && (of(figures.tokensPerSecond, (n) => t('perSecond', { n: number(n, n < 10 ? 1 : 0) })) ?? t('notYet'))],
    [t('now'), of(perSecond, (n) => t('perSecond', { n: number(n, n < 10 ? 1 : 0) }))],
    [
      t('running'),
      of(figures?.running, (n) => (figures?.slots == null ? number(n) : t('ofSlots', { n: number(n), of: number(figures.slots) }))),
    ],
    [
      t('waiting'),
      of(figures?.waiting, (n) =>
        figures?.queueCapacity == null ? number(n) : t('ofQueue', { n: number(n), of: number(figures.queueCapacity) }),
      ),
    ],
    [t('prefix'), of(figures?.prefixHitShare, (n) => format.number(n, { style: 'percent', maximumFractionDigits: 0 }))],
    [t('written'), of(figures?.tokens, (n) => t('writtenIn', { n: number(n), replies: figures?.replies ?? 0 }))],
    [t('uptime'), figures?.startedAt ? format.relativeTime(new Date(figures.startedAt), { now: new Date(readAt) }) : null],
  ]
  return (
    <article aria-label={url} className="border-t">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b py-2.5">
        <h2 className="min-w-0 font-semibold text-base wrap-anywhere">{model?.name ?? url}</h2>
        <span role="status">
          <Tag className={state === 'ready' ? 'border-teal text-teal' : 'border-amber text-amber'}>
            {known ? t(`states.${known}`) : state}
          </Tag>
        </span>
        {model?.isDemo && <Tag>{t('demo')}</Tag>}
        <span className="min-w-0 text-ink-3 text-sm wrap-anywhere">{model && url}</span>
        <span className="grow" />
        <time dateTime={readAt} className="text-ink-3 text-xs">
          {t('readAt', { at: format.dateTime(new Date(readAt), EXACT_CLOCK) })}
        </time>
      </header>
      {isResting && <p className="border-b py-2 text-amber text-sm">{t('resting')}</p>}
      {state === 'away' ? (
        <p className="border-b py-2 text-ink-2 text-sm">{t('awayHow')}</p>
      ) : (
        <dl className="grid grid-cols-[10rem_1fr] gap-x-4 text-base max-md:grid-cols-[8rem_1fr]">
          {rows.map(
            ([label, value]) =>
              value !== null && (
                <div key={label} className="col-span-2 grid grid-cols-subgrid border-b py-2">
                  <dt className="text-ink-3">{label}</dt>
                  <dd className="wrap-anywhere">{value}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      {state === 'ready' && figures === null && <p className="border-b py-2 text-ink-3 text-sm">{t('noFigures')}</p>}
    </article>
  )
}
