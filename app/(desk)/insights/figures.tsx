import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { periodSearch } from '@/lib/insights/period'
import { FATES, type Insights, RUNGS } from '@/lib/insights/read-insights'
import { RungChip } from '../../_components/rung-chip'
import { ChartPanel } from './chart-panel'
import { ColumnChart } from './column-chart'
import { DataTable } from './data-table'
import { KeyFigures } from './key-figures'
import { Legend } from './legend'
import { Panel } from './panel'
import { PartBar } from './part-bar'
import { RangeStrip } from './range-strip'
import { RuleFigures } from './rule-figures'
import { SavedFigures } from './saved-figures'
import { bandOf, type Chart, toTable, type Words } from './tables'
import { TimeChart } from './time-chart'
import { FATE_TONES, TonePatterns } from './tones'
import { useFigure } from './use-figure'

/** Every figure of a period. */
export function Figures({ insights, isAdmin, gaps }: { insights: Insights; isAdmin: boolean; gaps: ReactNode }) {
  const t = useTranslations('insights')
  const words: Words = { t, rung: useTranslations('rung'), common: useTranslations('common') }
  const format = useFormatter()
  const { show, day, number } = useFigure()
  const { period, rows, now, latency, firstReplies } = insights
  const longDay = (text: string) => {
    const name = format.dateTime(new Date(`${text}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
    return period.step === 1 ? name : t('drafts.weekOf', { day: name })
  }
  const tableOf = (chart: Chart) => toTable(chart, insights, words)
  const csvHref = (chart: Chart) => {
    const params = new URLSearchParams(periodSearch({ days: 28, from: period.from, to: period.to }))
    return `/insights/csv?${new URLSearchParams({ chart, zone: period.zone })}&${params}`
  }
  const panel = (chart: Chart, title: string) => ({
    title,
    csvHref: csvHref(chart),
    csvLabel: t('csvOf', { name: title }),
    csvWord: t('csv'),
  })
  const rungNames = RUNGS.map((rung) => words.rung(rung))
  const totalOf = (step: number) => RUNGS.reduce((all, rung) => all + (insights.drafts[rung][step] ?? 0), 0)
  const latencyRows = RUNGS.flatMap((rung) => {
    const row = latency.now.find((one) => one.rung === rung)
    return row ? [...(row.firstWord ? [{ rung, values: row.firstWord }] : []), { rung, values: row.whole }] : []
  })
  const slowest = Math.max(1, ...latencyRows.map(({ values }) => values[3]))
  return (
    <div className="mx-auto w-full max-w-[1400px] px-7 py-5 max-md:px-4">
      <TonePatterns />
      <p className="mb-3 text-ink-3 text-xs">
        <b className="font-medium text-ink-2">{t('span', { from: day(period.from), to: day(period.to) })}</b>
        {' · '}
        {t('clock', { zone: period.zone, from: day(period.before.from), to: day(period.before.to) })}
        {' · '}
        {t('team')}
      </p>
      <KeyFigures insights={insights} csvHref={csvHref('key')} />
      <div className="grid grid-cols-2 gap-x-10 max-lg:grid-cols-1">
        <ChartPanel
          wide
          title={t('drafts.title')}
          source={t('source.drafts', { n: rows.suggestions })}
          csvHref={csvHref('drafts')}
          table={tableOf('drafts')}
        >
          <ColumnChart
            label={`${t('drafts.title')}. ${t('readKeys')}`}
            columns={period.steps.map((step, index) => ({
              tick: day(step),
              title: longDay(step),
              spoken: t('drafts.point', {
                day: longDay(step),
                total: totalOf(index),
                parts: RUNGS.map((rung, at) => t('drafts.part', { name: rungNames[at] ?? '', n: insights.drafts[rung][index] ?? 0 })).join(
                  words.common('listEnd'),
                ),
              }),
            }))}
            series={RUNGS.map((rung, at) => ({ label: rungNames[at] ?? '', tone: rung, values: insights.drafts[rung] }))}
          />
        </ChartPanel>

        <Panel wide {...panel('fates', t('fates.title'))} source={t('source.drafts', { n: rows.suggestions })}>
          <div className="flex flex-col gap-2">
            <Legend
              entries={FATES.filter((fate) => fate !== 'failed').map((fate) => ({ tone: FATE_TONES[fate], label: t(`fates.${fate}`) }))}
            />
            <DataTable
              table={tableOf('fates')}
              caption={t('fates.title')}
              head={(at) =>
                RUNGS[at] && (
                  <Link
                    href={`/tickets?view=open&rung=${RUNGS[at]}`}
                    aria-label={t('fates.tickets', { rung: rungNames[at] ?? '' })}
                    className="rounded-sm hover:underline hover:underline-offset-3"
                  >
                    <RungChip rung={RUNGS[at]} />
                  </Link>
                )
              }
              bar={{
                label: t('fates.parts'),
                of: (at) => {
                  const fates = RUNGS[at] && insights.fates[RUNGS[at]]
                  return (
                    fates && (
                      <PartBar
                        of={Object.values(fates).reduce((all, count) => all + count, 0)}
                        parts={FATES.map((fate) => ({ tone: FATE_TONES[fate], value: fates[fate] }))}
                      />
                    )
                  )
                },
              }}
            />
          </div>
        </Panel>

        <ChartPanel
          title={t('firstReplies.title')}
          source={t('source.tickets', { n: rows.tickets, open: firstReplies.now.tickets - firstReplies.now.replied })}
          csvHref={csvHref('first-replies')}
          table={tableOf('first-replies')}
        >
          <TimeChart
            label={`${t('firstReplies.title')}. ${t('readKeys')}`}
            columns={period.steps.map((step, index) => {
              const { replied = 0, medianMs = null, p90Ms = null } = firstReplies.steps[index] ?? {}
              return {
                tick: day(step),
                title: longDay(step),
                spoken:
                  replied === 0
                    ? t('firstReplies.pointNone', { day: longDay(step) })
                    : t('firstReplies.point', { day: longDay(step), median: show(medianMs, 'ms'), p90: show(p90Ms, 'ms'), n: replied }),
              }
            })}
            lines={[
              { label: t('firstReplies.median'), values: firstReplies.steps.map(({ medianMs }) => medianMs) },
              { label: t('firstReplies.p90'), values: firstReplies.steps.map(({ p90Ms }) => p90Ms) },
            ]}
          />
        </ChartPanel>

        <ChartPanel
          title={t('edits.title')}
          source={t('source.edited', { n: now.decided.edited })}
          csvHref={csvHref('edits')}
          table={tableOf('edits')}
        >
          <ColumnChart
            label={`${t('edits.title')}. ${t('readKeys')}`}
            columns={insights.edits.map((count, tenth) => ({
              tick: tenth >= 10 ? '100%+' : `${tenth * 10}%`,
              title: bandOf(tenth, t),
              spoken: t('edits.point', { band: bandOf(tenth, t), n: number(count) }),
            }))}
            series={[{ label: t('edits.count'), tone: 'middle', values: insights.edits }]}
          />
        </ChartPanel>

        <Panel
          wide
          {...panel('latency', t('latency.title'))}
          source={t('source.latency', { n: latency.now.reduce((all, { count }) => all + count, 0) })}
        >
          <DataTable
            table={tableOf('latency')}
            caption={t('latency.title')}
            head={(at) => latencyRows[at] && <RungChip rung={latencyRows[at].rung} />}
            bar={{ label: t('latency.range'), of: (at) => latencyRows[at] && <RangeStrip values={latencyRows[at].values} top={slowest} /> }}
          />
        </Panel>

        {insights.rules.length > 0 && (
          <Panel wide {...panel('rules', t('rules.title'))} source={t('source.rules', { n: rows.suggestions })}>
            <RuleFigures rules={insights.rules} table={tableOf('rules')} caption={t('rules.title')} />
            <MeanWords />
          </Panel>
        )}

        <Panel
          wide
          {...panel('models', t('models.title'))}
          source={t('source.drafts', { n: insights.models.reduce((all, { drafts }) => all + drafts, 0) })}
        >
          <p className="mb-1 text-ink-3 text-xs">{t('models.lead')}</p>
          <DataTable table={tableOf('models')} caption={t('models.title')} />
          <MeanWords />
        </Panel>

        <Panel {...panel('agents', t(isAdmin ? 'agents.title' : 'agents.titleOwn'))} source={t('source.outcomes', { n: rows.outcomes })}>
          <DataTable
            table={tableOf('agents')}
            caption={t(isAdmin ? 'agents.title' : 'agents.titleOwn')}
            head={(at) => {
              const agent = insights.agents[at]
              return (
                agent?.id &&
                agent.name && (
                  <Link
                    href={`/tickets?view=all&assignee=${agent.id}`}
                    title={t('agents.tickets', { name: agent.name })}
                    className="rounded-sm hover:underline hover:underline-offset-3"
                  >
                    {agent.name}
                  </Link>
                )
              )
            }}
          />
          <MeanWords />
        </Panel>

        <Panel {...panel('thumbs', t('thumbs.title'))} source={t('source.outcomes', { n: rows.outcomes })}>
          <DataTable
            table={tableOf('thumbs')}
            caption={t('thumbs.title')}
            bar={{
              label: t('thumbs.count'),
              of: (at) => (
                <PartBar
                  of={Math.max(1, now.thumbs.up, now.thumbs.down)}
                  parts={[{ tone: at === 0 ? 'strong' : 'light', value: at === 0 ? now.thumbs.up : now.thumbs.down }]}
                />
              ),
            }}
          />
        </Panel>

        <Panel {...panel('saved', t('saved.title'))} source={t('source.outcomes', { n: rows.outcomes })}>
          <SavedFigures
            key={JSON.stringify(insights.speeds)}
            speeds={insights.speeds}
            table={tableOf('saved')}
            caption={t('saved.title')}
            isAdmin={isAdmin}
          />
        </Panel>

        {gaps}
      </div>
    </div>
  )
}

/** What the share of a draft that was changed means, where it stands by rows. */
function MeanWords() {
  return <p className="mt-2 text-ink-3 text-xs">{useTranslations('insights.edits')('meanWords')}</p>
}
