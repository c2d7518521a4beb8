import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WorkerMetrics } from '@/worker/http/metrics'

const dashboard = JSON.parse(readFileSync('deploy/grafana-worker.json', 'utf8')) as {
  panels: { id: number; title: string; targets: { expr: string }[] }[]
  templating: { list: { definition?: string }[] }
}
// Functions, keywords and labels are the other words in a query; metrics have a colon or a unit.
const metricsOf = (query: string) => query.match(/\b(?:vllm|deskhand):\w+|\b(?:process|nodejs)_\w+/g) ?? []

test('every metric that the dashboard asks for exists, and every panel asks for one', async () => {
  const names = await new WorkerMetrics(() => null).names()
  const queries = [
    ...dashboard.panels.flatMap((panel) => panel.targets.map((target) => target.expr)),
    ...dashboard.templating.list.flatMap(({ definition }) => (definition ? [definition] : [])),
  ]
  expect(queries.length).toBeGreaterThan(20)
  for (const query of queries) {
    const metrics = metricsOf(query)
    expect(metrics.length, query).toBeGreaterThan(0)
    for (const metric of metrics) expect(names, query).toContain(metric)
  }
  expect(new Set(dashboard.panels.map((panel) => panel.id)).size).toBe(dashboard.panels.length)
})

test('every metric of the engine and the wire has its place on the dashboard', async () => {
  const shown = new Set(dashboard.panels.flatMap((panel) => panel.targets.flatMap((target) => metricsOf(target.expr))))
  const own = (await new WorkerMetrics(() => null).names()).filter((name) => /^(vllm|deskhand):/.test(name) && !/_(sum|count)$/.test(name))
  for (const name of own) expect([...shown]).toContain(name)
})
