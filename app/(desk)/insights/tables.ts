import type { useTranslations } from 'next-intl'
import { countDecided } from '@/lib/insights/decided'
import { meanEdited } from '@/lib/insights/edited-share'
import { minutesSaved } from '@/lib/insights/minutes-saved'
import { FATES, type Insights, RUNGS } from '@/lib/insights/read-insights'
import type { Column, ColumnKind, Table } from '@/lib/insights/table'

/** What can be exported, as its address names it. */
export const CHARTS = [
  'key',
  'drafts',
  'fates',
  'edits',
  'first-replies',
  'latency',
  'rules',
  'agents',
  'models',
  'saved',
  'thumbs',
] as const
export type Chart = (typeof CHARTS)[number]

export type Words = {
  t: ReturnType<typeof useTranslations<'insights'>>
  rung: ReturnType<typeof useTranslations<'rung'>>
  common: ReturnType<typeof useTranslations<'common'>>
}

const column = (label: string, kind: ColumnKind = 'count'): Column => ({ label, kind })

/** The figures of one chart, in the reader's words. */
export function toTable(chart: Chart, insights: Insights, words: Words): Table {
  return TABLES[chart](insights, words)
}

const TABLES: Record<Chart, (insights: Insights, words: Words) => Table> = {
  key: ({ now, before, firstReplies }, { t }) => {
    const row = (label: string, of: (totals: Insights['now'], first: Insights['firstReplies']['now']) => number | null) => [
      label,
      of(now, firstReplies.now),
      of(before, firstReplies.before),
    ]
    const decided = (part: keyof Insights['now']['decided']) => (totals: Insights['now']) => totals.decided[part]
    return {
      columns: [column(t('totals.figure'), 'text'), column(t('totals.now')), column(t('totals.then'))],
      rows: [
        row(t('totals.drafts'), (totals) => totals.drafts),
        row(t('totals.sentAsIs'), decided('sentAsIs')),
        row(t('totals.edited'), decided('edited')),
        row(t('totals.dismissed'), decided('dismissed')),
        row(t('edits.mean'), ({ edited }) => meanEdited(edited)),
        row(t('totals.firstReplyMs'), (_, first) => first.medianMs),
        row(t('totals.firstReplyP90Ms'), (_, first) => first.p90Ms),
        row(t('totals.cacheHits'), ({ cache }) => cache.hits),
        row(t('totals.cacheLooked'), ({ cache }) => cache.looked),
        row(t('totals.savedMinutes'), (totals) => totals.minutesSaved),
        row(t('totals.thumbsUp'), ({ thumbs }) => thumbs.up),
        row(t('totals.thumbsDown'), ({ thumbs }) => thumbs.down),
      ],
    }
  },

  drafts: ({ drafts, period }, { t, rung }) => ({
    columns: [
      column(period.step === 1 ? t('drafts.day') : t('drafts.week'), 'day'),
      ...RUNGS.map((name) => column(rung(name))),
      column(t('drafts.all')),
    ],
    rows: period.steps.map((day, step) => {
      const counts = RUNGS.map((name) => drafts[name][step] ?? 0)
      return [day, ...counts, total(counts)]
    }),
  }),

  fates: ({ fates }, { t, rung }) => ({
    columns: [column(t('fates.rung'), 'text'), column(t('fates.count')), ...FATES.map((fate) => column(t(`fates.${fate}`)))],
    rows: RUNGS.map((name) => [rung(name), total(Object.values(fates[name])), ...FATES.map((fate) => fates[name][fate])]),
  }),

  edits: ({ edits }, { t }) => ({
    columns: [column(t('edits.share'), 'text'), column(t('edits.count'))],
    rows: edits.map((count, tenth) => [bandOf(tenth, t), count]),
  }),

  'first-replies': ({ firstReplies, period }, { t }) => ({
    columns: [
      column(period.step === 1 ? t('drafts.day') : t('drafts.week'), 'day'),
      column(t('firstReplies.tickets')),
      column(t('firstReplies.replied')),
      column(t('firstReplies.median'), 'ms'),
      column(t('firstReplies.p90'), 'ms'),
    ],
    rows: firstReplies.steps.map(({ tickets, replied, medianMs, p90Ms }, step) => [
      period.steps[step] ?? '',
      tickets,
      replied,
      medianMs,
      p90Ms,
    ]),
  }),

  latency: ({ latency }, { t, rung }) => ({
    columns: [
      column(t('latency.rung'), 'text'),
      column(t('latency.what'), 'text'),
      column(t('latency.count')),
      ...[50, 90, 95, 99].map((n) => column(t('latency.percentile', { n }), 'ms')),
      column(t('latency.before'), 'ms'),
    ],
    rows: RUNGS.flatMap((name) => {
      const now = latency.now.find((row) => row.rung === name)
      const before = latency.before.find((row) => row.rung === name)
      if (!now) return []
      return [
        ...(now.firstWord ? [[rung(name), t('latency.firstWord'), now.firstWords, ...now.firstWord, before?.firstWord?.[0] ?? null]] : []),
        [rung(name), t('latency.whole'), now.count, ...now.whole, before?.whole[0] ?? null],
      ]
    }),
  }),

  rules: ({ rules }, { t, common }) => ({
    columns: [
      column(t('rules.rule'), 'text'),
      column(t('rules.language'), 'text'),
      column(t('rules.uses')),
      column(t('totals.sentAsIs')),
      column(t('totals.edited')),
      column(t('totals.dismissed')),
      column(t('rules.editRate'), 'share'),
      column(t('edits.mean'), 'share'),
    ],
    rows: rules.map((rule) => [
      rule.question,
      common(rule.language),
      rule.uses,
      rule.sentAsIs,
      rule.edited,
      rule.dismissed,
      share(rule.edited + rule.dismissed, countDecided(rule)),
      meanEdited(rule),
    ]),
  }),

  agents: ({ agents, now }, { t }) => ({
    columns: [
      column(t('agents.agent'), 'text'),
      column(t('totals.sentAsIs')),
      column(t('totals.edited')),
      column(t('totals.dismissed')),
      column(t('agents.decided')),
      column(t('edits.mean'), 'share'),
    ],
    rows: [
      ...agents.map((agent) => ({ ...agent, name: agentName(agent, t) })),
      { ...now.decided, ...now.edited, name: t('agents.team') },
    ].map((agent) => [agent.name, agent.sentAsIs, agent.edited, agent.dismissed, countDecided(agent), meanEdited(agent)]),
  }),

  models: ({ models }, { t }) => ({
    columns: [
      column(t('models.model'), 'text'),
      column(t('models.prompt'), 'text'),
      column(t('totals.drafts')),
      column(t('totals.sentAsIs')),
      column(t('totals.edited')),
      column(t('totals.dismissed')),
      column(t('rules.editRate'), 'share'),
      column(t('edits.mean'), 'share'),
    ],
    rows: models.map((row) => [
      row.model ?? t('none'),
      row.promptVersion === null ? t('none') : t('models.version', { n: row.promptVersion }),
      row.drafts,
      row.sentAsIs,
      row.edited,
      row.dismissed,
      share(row.edited + row.dismissed, countDecided(row)),
      meanEdited(row),
    ]),
  }),

  saved: ({ now, speeds }, { t, common }) => ({
    columns: [
      column(t('saved.language'), 'text'),
      column(t('saved.kept')),
      column(t('saved.drafted')),
      column(t('saved.typing')),
      column(t('saved.reading')),
      column(t('saved.minutes'), 'minutes'),
    ],
    rows: (['zh', 'en'] as const).map((language) => {
      const { kept, drafted } = now.characters[language]
      const none = { kept: 0, drafted: 0 }
      const minutes = minutesSaved({ zh: none, en: none, [language]: { kept, drafted } }, speeds)
      return [common(language), kept, drafted, speeds[language].typing, speeds[language].reading, minutes]
    }),
  }),

  thumbs: ({ now }, { t }) => ({
    columns: [column(t('thumbs.rating'), 'text'), column(t('thumbs.count'))],
    rows: [
      [t('thumbs.up'), now.thumbs.up],
      [t('thumbs.down'), now.thumbs.down],
    ],
  }),
}

export function bandOf(tenth: number, t: Words['t']): string {
  return tenth >= 10 ? t('edits.whole') : t('edits.band', { from: tenth * 10, to: tenth * 10 + 10 })
}

function agentName({ id, name }: Insights['agents'][number], t: Words['t']): string {
  return name ?? t(id === null ? 'agents.api' : 'agents.gone')
}

/** A part of a whole; null where there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function total(counts: number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
